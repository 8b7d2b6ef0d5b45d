import { describe, expect, it } from "vitest";
import { disjunctiveNormalForm, normalFormOrNull } from "../../../src/engine/compile/normal-form.js";
import type { CompiledCondition } from "../../../src/engine/model/compiled-condition.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { Effort, TooComplex, termLimit } from "../../../src/engine/model/conjunction.js";
import { type Chosen, naive } from "../naive-condition.js";
import { tinyPack } from "../tiny-pack.js";

const packOfThree = () =>
  tinyPack({
    questions: { a: ["a0", "a1", "a2"], b: ["b0", "b1"], s: ["s0", "s1"] },
    several: ["s"],
    rules: [],
  });

const is = (question: string, ...options: readonly string[]): Condition => ({
  kind: "answer",
  question,
  options,
});
const all = (...of: readonly Condition[]): Condition => ({ kind: "all", of });
const any = (...of: readonly Condition[]): Condition => ({ kind: "any", of });
const not = (of: Condition): Condition => ({ kind: "not", of });

/** A term from the mask of each variable that it names; terms here are such records. */
type Masks = Readonly<Record<number, number>>;

const masksIn = (terms: CompiledCondition | null): readonly Masks[] | undefined =>
  terms?.map((term) => Object.fromEntries(term.map(({ variable, mask }) => [variable.index, mask])));

describe("the disjunctive normal form", () => {
  // Variables: 0 is a (masks 1, 2, 4), 1 is b (1, 2), 2 and 3 are s0 and s1 (1 not chosen, 2 chosen).
  it.each<[what: string, condition: Condition, terms: readonly Masks[]]>([
    ["one answer", is("a", "a1"), [{ 0: 2 }]],
    ["one of two answers", is("a", "a2", "a0"), [{ 0: 5 }]],
    ["any answer at all, which always holds", is("b", "b0", "b1"), [{}]],
    ["another answer", not(is("a", "a1")), [{ 0: 5 }]],
    ["no answer at all, which never holds", not(is("b", "b0", "b1")), []],
    ["two questions, by variable", all(is("b", "b0"), is("a", "a1")), [{ 0: 2, 1: 1 }]],
    ["one question twice", all(is("a", "a0", "a1"), is("a", "a1", "a2")), [{ 0: 2 }]],
    ["answers that exclude each other", all(is("a", "a0"), is("a", "a1")), []],
    ["one question or another", any(is("a", "a0"), is("b", "b0")), [{ 0: 1 }, { 1: 1 }]],
    ["neither of two", not(any(is("a", "a0"), is("b", "b0"))), [{ 0: 6, 1: 2 }]],
    ["not both of two", not(all(is("a", "a0"), is("b", "b0"))), [{ 0: 6 }, { 1: 2 }]],
    ["what is not not so", not(not(is("a", "a0"))), [{ 0: 1 }]],
    ["the same twice", any(is("a", "a0"), is("a", "a0")), [{ 0: 1 }]],
    ["a case of a case before it", any(is("a", "a0"), all(is("a", "a0"), is("b", "b0"))), [{ 0: 1 }]],
    ["a case of a case behind it", any(all(is("a", "a0"), is("b", "b0")), is("a", "a0")), [{ 0: 1 }]],
    [
      "two cases of a case behind them, beside another one",
      any(is("a", "a0"), is("b", "b1"), is("a", "a2"), is("a", "a0", "a2")),
      [{ 1: 2 }, { 0: 5 }],
    ],
    [
      "each of two cases with each of two",
      all(any(is("a", "a0"), is("b", "b0")), any(is("a", "a1"), is("s", "s0"))),
      [
        { 0: 1, 2: 2 },
        { 0: 2, 1: 1 },
        { 1: 1, 2: 2 },
      ],
    ],
    ["one of several that are chosen", is("s", "s1"), [{ 3: 2 }]],
    ["one of several that is not chosen", not(is("s", "s1")), [{ 3: 1 }]],
    ["any of several", is("s", "s0", "s1"), [{ 2: 2 }, { 3: 2 }]],
    ["none of several", is("s", "none"), [{ 2: 1, 3: 1 }]],
    ["any of several at all", not(is("s", "none")), [{ 2: 2 }, { 3: 2 }]],
    ["one of several, or none", is("s", "s1", "none"), [{ 3: 2 }, { 2: 1, 3: 1 }]],
    ["neither one of several, nor none", not(is("s", "s1", "none")), [{ 2: 2, 3: 1 }]],
    ["a question that the pack does not have", is("other", "a0"), []],
    ["another answer to a question that the pack does not have", not(is("other", "a0")), []],
  ])("of %s", (_, condition, terms) => {
    expect(masksIn(normalFormOrNull(condition, packOfThree().questionsById))).toEqual(terms);
  });

  it("hold the ways of answering that the condition holds on, and no others", () => {
    const pack = packOfThree();
    const atoms = [
      is("a", "a0"),
      is("a", "a1", "a2"),
      is("b", "b1"),
      is("s", "s0"),
      is("s", "s1", "none"),
      is("s", "none"),
    ];
    const pairs = atoms.flatMap((first) =>
      atoms.flatMap((second) => [all(first, not(second)), any(first, second)]),
    );
    const conditions = pairs.flatMap((pair) =>
      atoms.flatMap((atom) => [not(all(pair, atom)), any(not(pair), atom)]),
    );
    const profiles = [1, 2, 4].flatMap((a) =>
      [1, 2].flatMap((b) => [1, 2].flatMap((s0) => [1, 2].map((s1) => [a, b, s0, s1]))),
    );
    const chosenIn = ([a = 0, b = 0, s0 = 0, s1 = 0]: readonly number[]): Chosen => {
      const several = [s0 === 2 ? ["s0"] : [], s1 === 2 ? ["s1"] : []].flat();
      return new Map([
        ["a", [`a${Math.log2(a)}`]],
        ["b", [`b${Math.log2(b)}`]],
        ["s", several.length === 0 ? ["none"] : several],
      ]);
    };
    const wrong = conditions.flatMap((condition) => {
      const terms = normalFormOrNull(condition, pack.questionsById) ?? [];
      return profiles
        .filter((profile) => {
          const inside = terms.some((term) =>
            term.every(({ variable, mask }) => (profile[variable.index] ?? 0) & mask),
          );
          return inside !== naive(condition, chosenIn(profile));
        })
        .map((profile) => ({ condition, profile }));
    });
    expect(conditions).toHaveLength(864);
    expect(wrong).toEqual([]);
  });
});

describe("a condition that is too complex", () => {
  const digits = Array.from({ length: 26 }, (_, index) => String(index));
  const { questionsById } = tinyPack({
    questions: Object.fromEntries(digits.slice(0, 6).map((id) => [`q${id}`, digits])),
    rules: [],
  });
  const terms = (condition: Condition, effort?: Effort) =>
    disjunctiveNormalForm(condition, questionsById, effort);
  const cases = (count: number): Condition =>
    any(
      ...Array.from({ length: count }, (_, index) =>
        all(is("q0", String(index % 25)), is("q1", String(Math.floor(index / 25)))),
      ),
    );

  it("has more terms than the limit", () => {
    expect(terms(cases(termLimit))).toHaveLength(512);
    expect(() => terms(cases(termLimit + 1))).toThrow(TooComplex);
  });

  it("has parts that take more comparing than there is effort left", () => {
    const threeEach = all(
      all(is("q0", "0"), is("q1", "0"), is("q2", "0")),
      all(is("q3", "0"), is("q4", "0"), is("q5", "0")),
    );
    // Each part compares 0 + 1, 1 + 1 and 2 + 1 literals, both parts 0 + 3 and 3 + 3.
    expect(terms(threeEach, new Effort(21))).toHaveLength(1);
    expect(() => terms(threeEach, new Effort(20))).toThrow(TooComplex);
    // The second and third term are compared with those before: 1 × 2 and 2 × 2, by the whole once more.
    const three = any(is("q0", "0"), is("q1", "0"), is("q2", "0"));
    expect(terms(three, new Effort(12))).toHaveLength(3);
    expect(() => terms(three, new Effort(11))).toThrow(TooComplex);
  });

  it("leaves less effort to those that are compiled with it", () => {
    const effort = new Effort(3);
    effort.spend(2);
    effort.spend(1);
    expect(() => effort.spend(1)).toThrow(TooComplex);
  });
});
