import { describe, expect, it } from "vitest";
import { boxLimit, Effort, TooComplex, toBoxes } from "../../../src/engine/compile/boxes.js";
import { boxesOfCondition } from "../../../src/engine/compile/condition-boxes.js";
import type { Box } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
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

/** A box from the mask of each variable that it binds. */
const box = (masks: Readonly<Record<number, number>>): Box =>
  Object.entries(masks).map(([variable, mask]) => ({ variable: Number(variable), mask }));

describe("the boxes of a condition", () => {
  // Variables: 0 is a (masks 1, 2, 4), 1 is b (1, 2), 2 and 3 are s0 and s1 (1 not chosen, 2 chosen).
  it.each<[what: string, condition: Condition, boxes: readonly Box[]]>([
    ["one answer", is("a", "a1"), [box({ 0: 2 })]],
    ["one of two answers", is("a", "a2", "a0"), [box({ 0: 5 })]],
    ["any answer at all, which always holds", is("b", "b0", "b1"), [[]]],
    ["another answer", not(is("a", "a1")), [box({ 0: 5 })]],
    ["no answer at all, which never holds", not(is("b", "b0", "b1")), []],
    ["two questions, by variable", all(is("b", "b0"), is("a", "a1")), [box({ 0: 2, 1: 1 })]],
    ["one question twice", all(is("a", "a0", "a1"), is("a", "a1", "a2")), [box({ 0: 2 })]],
    ["answers that exclude each other", all(is("a", "a0"), is("a", "a1")), []],
    ["one question or another", any(is("a", "a0"), is("b", "b0")), [box({ 0: 1 }), box({ 1: 1 })]],
    ["neither of two", not(any(is("a", "a0"), is("b", "b0"))), [box({ 0: 6, 1: 2 })]],
    ["not both of two", not(all(is("a", "a0"), is("b", "b0"))), [box({ 0: 6 }), box({ 1: 2 })]],
    ["what is not not so", not(not(is("a", "a0"))), [box({ 0: 1 })]],
    ["the same twice", any(is("a", "a0"), is("a", "a0")), [box({ 0: 1 })]],
    ["a case of a case before it", any(is("a", "a0"), all(is("a", "a0"), is("b", "b0"))), [box({ 0: 1 })]],
    ["a case of a case behind it", any(all(is("a", "a0"), is("b", "b0")), is("a", "a0")), [box({ 0: 1 })]],
    [
      "two cases of a case behind them, beside another one",
      any(is("a", "a0"), is("b", "b1"), is("a", "a2"), is("a", "a0", "a2")),
      [box({ 1: 2 }), box({ 0: 5 })],
    ],
    [
      "each of two cases with each of two",
      all(any(is("a", "a0"), is("b", "b0")), any(is("a", "a1"), is("s", "s0"))),
      [box({ 0: 1, 2: 2 }), box({ 0: 2, 1: 1 }), box({ 1: 1, 2: 2 })],
    ],
    ["one of several that are chosen", is("s", "s1"), [box({ 3: 2 })]],
    ["one of several that is not chosen", not(is("s", "s1")), [box({ 3: 1 })]],
    ["any of several", is("s", "s0", "s1"), [box({ 2: 2 }), box({ 3: 2 })]],
    ["none of several", is("s", "none"), [box({ 2: 1, 3: 1 })]],
    ["any of several at all", not(is("s", "none")), [box({ 2: 2 }), box({ 3: 2 })]],
    ["one of several, or none", is("s", "s1", "none"), [box({ 3: 2 }), box({ 2: 1, 3: 1 })]],
    ["neither one of several, nor none", not(is("s", "s1", "none")), [box({ 2: 2, 3: 1 })]],
    ["a question that the pack does not have", is("other", "a0"), []],
    ["another answer to a question that the pack does not have", not(is("other", "a0")), []],
  ])("of %s", (_, condition, boxes) => {
    expect(boxesOfCondition(packOfThree(), condition)).toEqual(boxes);
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
      const boxes = boxesOfCondition(pack, condition);
      return profiles
        .filter((profile) => {
          const inside = (boxes ?? []).some((each) =>
            each.every(({ variable, mask }) => (profile[variable] ?? 0) & mask),
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
  /** Question n is variable n; option m is its state m. */
  const atom = (question: string, options: readonly string[]) => ({
    inside: [options.map((option) => ({ variable: Number(question), mask: 2 ** Number(option) }))],
    outside: [],
  });
  const cases = (count: number): Condition =>
    any(
      ...Array.from({ length: count }, (_, index) =>
        all(is("0", String(index % 25)), is("1", String(Math.floor(index / 25)))),
      ),
    );

  it("falls into more boxes than the limit", () => {
    expect(toBoxes(cases(boxLimit), atom)).toHaveLength(512);
    expect(() => toBoxes(cases(boxLimit + 1), atom)).toThrow(TooComplex);
  });

  it("has parts that take more comparing than there is effort left", () => {
    const threeEach = all(
      all(is("0", "0"), is("1", "0"), is("2", "0")),
      all(is("3", "0"), is("4", "0"), is("5", "0")),
    );
    // Each part compares 0 + 1, 1 + 1 and 2 + 1 literals, both parts 0 + 3 and 3 + 3.
    expect(toBoxes(threeEach, atom, new Effort(21))).toHaveLength(1);
    expect(() => toBoxes(threeEach, atom, new Effort(20))).toThrow(TooComplex);
    // The second and third box are compared with those before: 1 × 2 and 2 × 2, by the whole once more.
    const three = any(is("0", "0"), is("1", "0"), is("2", "0"));
    expect(toBoxes(three, atom, new Effort(12))).toHaveLength(3);
    expect(() => toBoxes(three, atom, new Effort(11))).toThrow(TooComplex);
  });

  it("leaves less effort to those that are compiled with it", () => {
    const effort = new Effort(3);
    effort.spend(2);
    effort.spend(1);
    expect(() => effort.spend(1)).toThrow(TooComplex);
  });
});
