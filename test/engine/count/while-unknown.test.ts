import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whileUnknown } from "../../../src/engine/count/while-unknown.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import { conditionKey, questionsIn } from "../../../src/engine/model/compiled-condition.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { TooComplex } from "../../../src/engine/model/conjunction.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type When } from "../bare-pack.js";
import { answersTo, withAnswer } from "../completions.js";
import { generatedPack } from "../generated-pack.js";

const anyOf = (...whens: readonly When[]): Condition => ({ kind: "any", of: whens.map(allOf) });

/** A pack of one rule over questions with the options `a`, `b` and `c`. */
function packOf(ids: readonly string[], when: Condition, implied: Readonly<Record<string, Condition>> = {}) {
  return compiled(
    barePack({
      questions: ids.map((id) => {
        const condition = implied[id];
        return bareQuestion(id, ["a", "b", "c"], {
          implied: condition === undefined ? [] : [{ when: condition, answer: "a", because: "" }],
        });
      }),
      rules: [bareRule("rule", when, { need: 1 })],
    }),
  );
}

describe("a condition while an answer is unknown", () => {
  const ids = ["u", "x", "y"];
  it.each<[what: string, when: Condition, implied: Readonly<Record<string, Condition>>, expected: Condition]>(
    [
      [
        "all answers together",
        anyOf({ u: ["a", "b"], x: "a" }, { u: "c", y: "a" }),
        {},
        allOf({ x: "a", y: "a" }),
      ],
      [
        "some answer only if that is implied",
        allOf({ u: "a", x: "a" }),
        { u: allOf({ y: "b" }) },
        allOf({ x: "a", y: "b" }),
      ],
      [
        "some answer, but needs no answer for others",
        anyOf({ u: "a" }, { x: "a", y: "a" }),
        { u: allOf({ y: "b" }) },
        anyOf({ x: "a", y: "a" }, { y: "b" }),
      ],
    ],
  )("speaks of %s", (_, when, implied, expected) => {
    const pack = packOf(ids, when, implied);
    const [rule] = pack.rules;
    const [same] = packOf(ids, expected).rules;
    const known = whileUnknown(pack, ({ id }) => id === "u")(rule?.condition ?? []);
    expect(conditionKey(known)).toBe(conditionKey(same?.condition ?? []));
  });

  it("never holds if it needs one that nothing implies", () => {
    const pack = packOf(ids, allOf({ u: "a", x: "a" }));
    expect(whileUnknown(pack, ({ id }) => id === "u")(pack.rules[0]?.condition ?? [])).toEqual([]);
  });

  it("holds just where it holds for the same answers with `unsure`", () => {
    fc.assert(
      fc.property(generatedPack({ questions: 4, rules: 4 }), fc.nat(), (pack, bits) => {
        const unknown = pack.questions.filter(({ index }) => (bits & (1 << index)) !== 0);
        const known = whileUnknown(pack, (question) => unknown.includes(question));
        const unsure: Answers = new Map(unknown.map(({ id }) => [id, { kind: "unsure", note: null }]));
        const ways = pack.questions
          .filter((question) => !unknown.includes(question))
          .reduce<readonly Answers[]>(
            (lists, { id, index }) =>
              lists.flatMap((list) =>
                answersTo(pack.questions[index] ?? expect.fail()).map((answer) =>
                  withAnswer(list, id, answer),
                ),
              ),
            [unsure],
          );
        for (const { condition } of pack.rules) {
          const rewritten = known(condition);
          expect(questionsIn(rewritten).filter((question) => unknown.includes(question))).toEqual([]);
          for (const way of ways) {
            const { possible } = profileOf(pack, way);
            expect(holds(rewritten, possible)).toBe(holds(condition, possible));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("takes each implication of a chain once", () => {
    const chain = Array.from({ length: 200 }, (_, index) => `u${index}`);
    const links = chain
      .slice(2)
      .map((id, index) => [id, allOf({ [`u${index}`]: "a", [`u${index + 1}`]: "a" })] as const);
    const pack = packOf(chain, allOf({ u199: "a" }), Object.fromEntries(links));
    expect(whileUnknown(pack, () => true)(pack.rules[0]?.condition ?? [])).toEqual([]);
  });

  it.each([9, 10])("may have up to 512 terms: 2 to the power of %d", (many) => {
    const numbers = Array.from({ length: many }, (_, index) => index);
    const pack = packOf(
      numbers.flatMap((index) => [`x${index}`, `y${index}`, `u${index}`]),
      allOf(Object.fromEntries(numbers.map((index) => [`u${index}`, "a"]))),
      Object.fromEntries(
        numbers.map((index) => [`u${index}`, anyOf({ [`x${index}`]: "a" }, { [`y${index}`]: "a" })]),
      ),
    );
    const rewrite = () => whileUnknown(pack, ({ id }) => id.startsWith("u"))(pack.rules[0]?.condition ?? []);
    if (many === 9) expect(rewrite()).toHaveLength(512);
    else expect(rewrite).toThrow(TooComplex);
  });
});
