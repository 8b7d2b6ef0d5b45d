import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, type Answers, confirmedAnswer } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { concerns } from "../../../src/engine/model/verdict.js";
import { pack as small } from "../check/checked.js";
import { generatedCase } from "../generated-pack.js";
import { recommended } from "./recommended.js";

const byAgent = (...options: string[]): Answer => ({ kind: "chosen", options, note: null, by: "agent" });
const allByAgent = (answers: Answers): Answers =>
  new Map([...answers].map(([question, answer]) => [question, { ...answer, by: "agent" }]));

const placesOf = ({ concerns: all }: Recommendation): readonly (string | undefined)[] =>
  all.map(({ placement }) => placement?.place);

describe("unconfirmed answers", () => {
  it("are those of an agent, in the pack's order; `unsure` is none", () => {
    const answers: Answers = new Map([
      ["load", byAgent("many")],
      ["order", { kind: "unsure", note: null, by: "agent" }],
      ["style", byAgent("stream")],
    ]);
    const named = (given: Answers) =>
      recommended(small, given, false).unconfirmed.map((each) => each.question);
    expect(named(answers)).toEqual(["style", "load"]);
    const confirmed = new Map([...answers].map(([id, answer]) => [id, confirmedAnswer(answer)]));
    expect(named(confirmed)).toEqual([]);
    expect(named(new Map([["style", { kind: "chosen", options: ["stream"], note: null }]]))).toEqual([]);
  });

  it("change nothing else of a recommendation, and `unsure` is as good as left out", () => {
    fc.assert(
      fc.property(generatedCase({ questions: 4, rules: 8 }), ({ pack, answers }) => {
        const { unconfirmed: _, ...agents } = recommended(pack, allByAgent(answers), true);
        const chosen = new Map([...answers].filter(([, { kind }]) => kind === "chosen"));
        const { unconfirmed: none, ...persons } = recommended(pack, chosen, true);
        expect(none).toEqual([]);
        expect(agents).toEqual(persons);
      }),
      { numRuns: 30 },
    );
  });

  it("overturn the verdict or move a place exactly if some other answer does", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(generatedCase({ questions: 5, rules: 12 }), ({ pack, answers }) => {
        const now = recommended(pack, answers, false);
        for (const found of recommended(pack, allByAgent(answers), false).unconfirmed) {
          const others = othersTo(pack, found.question, answers).map((each) =>
            recommended(pack, each, false),
          );
          const moves = concerns.filter((_, at) =>
            others.some(
              (other) =>
                now.verdict !== "undecided" &&
                other.verdict !== "undecided" &&
                placesOf(other)[at] !== placesOf(now)[at],
            ),
          );
          const overturns = others.some(({ verdict }) => verdict !== now.verdict);
          expect(found).toMatchObject({ overturns, moves });
          seen.add(`${overturns} ${moves.length > 0}`);
        }
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual(["false false", "false true", "true false", "true true"]);
  });

  it("decide wherever the analysis finds that a single change tips the verdict or a concern", () => {
    let tipped = 0;
    fc.assert(
      fc.property(generatedCase({ questions: 5, rules: 12 }), ({ pack, answers }) => {
        const { analysis, unconfirmed, verdict } = recommended(pack, allByAgent(answers), true);
        if (analysis === null) return;
        const found = new Map(unconfirmed.map((each) => [each.question, each]));
        for (const { changes } of analysis.tippingPoints.points)
          for (const { question } of changes.length === 1 ? changes : []) {
            expect(found.get(question)?.overturns).toBe(true);
            tipped += 1;
          }
        if (verdict === "undecided") return;
        for (const { concern, change } of analysis.concernTippingPoints) {
          const { overturns = false, moves = [] } = found.get(change.question) ?? {};
          expect(overturns || moves.includes(concern)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(tipped).toBeGreaterThan(20);
  });
});

/** The answers with another one to a question: of several options, each that is one option away. */
function othersTo(pack: CompiledPack, id: string, answers: Answers): readonly Answers[] {
  const question = pack.source.questions.find((each) => each.id === id);
  const answer = answers.get(id);
  if (question === undefined || answer?.kind !== "chosen") throw new Error(`no answer to ${id}`);
  const none = question.options.filter((option) => option.none).map((option) => option.id);
  const set = (options: readonly string[]): Answers =>
    new Map([...answers, [id, { kind: "chosen" as const, options, note: null }]]);
  if (!question.several)
    return question.options
      .filter((option) => option.id !== answer.options[0])
      .map((option) => set([option.id]));
  const now = new Set(answer.options.filter((option) => !none.includes(option)));
  return question.options
    .filter((option) => !option.none)
    .map((option) => {
      const options = [...toggled(now, option.id)];
      return set(options.length === 0 ? none : options);
    });
}

function toggled(from: ReadonlySet<string>, option: string): ReadonlySet<string> {
  const to = new Set(from);
  if (!to.delete(option)) to.add(option);
  return to;
}
