import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { tryAnalyse } from "../../../src/engine/analyse/analyse.js";
import { overturns } from "../../../src/engine/analyse/overturns.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import { OutOfReach } from "../../../src/engine/count/cells.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { bareRule } from "../bare-pack.js";
import { answersTo, withAnswer } from "../completions.js";
import { questionOf } from "../lookup.js";
import { naiveDecisionOn } from "../naive-decision.js";
import { generatedSeveralPack, is, severalPack } from "../several-pack.js";
import { answersOf } from "../tiny-pack.js";

const kinds = ["a", "b", "c", "d", "e"];

function overturnsOf(pack: CompiledPack, answers: Answers = new Map()): boolean {
  return overturns(Scenario.of(pack, profileOf(pack, answers)), questionOf(pack, 0));
}

it("a question that takes several overturns if one of its sets gives another verdict", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(generatedSeveralPack(kinds), fc.boolean(), (pack, given) => {
      const before = answersOf(given ? { other: "x" } : {});
      const expected = answersTo(questionOf(pack, 0)).some(
        (answer) =>
          naiveDecisionOn(pack, withAnswer(before, "kinds", answer)).verdict !==
          naiveDecisionOn(pack, before).verdict,
      );
      seen.add(expected);
      expect(overturnsOf(pack, before)).toBe(expected);
    }),
    { seed: 20_268, numRuns: 60 },
  );
  expect(seen.size).toBe(2);
});

it("tries options together that one rule ties to the next, and another rule to the one after", () => {
  const both = (...options: readonly string[]): Condition => ({
    kind: "all",
    of: options.map((option) => is("kinds", option)),
  });
  const pack = severalPack(kinds, {
    rules: [
      bareRule("standing", is("other", "x"), { need: -3 }),
      bareRule("a-b", both("a", "b"), { need: -1 }),
      bareRule("b-c", both("b", "c"), { need: 5 }),
    ],
  });
  // With b and c it is 5 against 3.
  expect(overturnsOf(pack, answersOf({ other: "x" }))).toBe(true);
});

it("an option overturns by what it has against the verdict", () => {
  const pack = severalPack(kinds, {
    rules: [
      bareRule("standing", is("other", "x"), { need: 3 }),
      bareRule("a", is("kinds", "a"), { need: -4 }),
    ],
  });
  expect(overturnsOf(pack, answersOf({ other: "x" }))).toBe(true);
});

// All forty give 40 points for keeping; as many against are enough not to keep.
it.each([
  [39, true],
  [40, false],
])("forty options against %i points are not tried set by set", (against, expected) => {
  const many = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const pack = severalPack(many, {
    rules: [
      ...many.map((kind) => bareRule(kind, is("kinds", kind), { need: 1 })),
      bareRule("against", is("other", "x"), { need: -against }),
    ],
  });
  const tried = vi.spyOn(Scenario.prototype, "with");
  expect(overturnsOf(pack, answersOf({ other: "x" }))).toBe(expected);
  const changes = tried.mock.calls.length;
  tried.mockRestore();
  // Each is left out once, to begin with, and chosen once.
  expect(changes).toBe(80);
});

it("leaves off where more options are tied together than can be tried", () => {
  const many = Array.from({ length: 20 }, (_, at) => `k${at}`);
  const pack = severalPack(many, {
    rules: many
      .slice(1)
      .map((option, at) =>
        bareRule(
          `r${at}`,
          { kind: "all", of: [is("kinds", many[at] ?? ""), is("kinds", option)] },
          { need: 1 },
        ),
      ),
  });
  expect(() => overturnsOf(pack)).toThrow(OutOfReach);
  expect(tryAnalyse(pack, profileOf(pack, new Map()))).toEqual({
    kind: "out-of-reach",
    questions: [questionOf(pack, "kinds")],
  });
});

it("leaves off where options add up to more sums than can be told apart", () => {
  const many = Array.from({ length: 30 }, (_, at) => `k${at}`);
  const half = 2 ** 29;
  const pack = severalPack(many, {
    rules: [
      // Bound only if more than half of all points were chosen and less than that.
      ...many.map((kind, at) => bareRule(`for-${kind}`, is("kinds", kind), { need: 2 ** at })),
      ...many.map((kind, at) => bareRule(`against-${kind}`, is("kinds", kind), { place: -(2 ** at) })),
      bareRule("not-kept", is("other", "x"), { need: -half }),
      bareRule("bound", is("other", "x"), { place: half }),
      bareRule("hybrid", is("other", "x"), { given: "must", concern: "sync" }),
    ],
  });
  expect(() => overturnsOf(pack, answersOf({ other: "x" }))).toThrow(OutOfReach);
});
