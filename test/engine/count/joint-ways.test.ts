import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutualInformation } from "../../../src/engine/analyse/outlook.js";
import { Budget } from "../../../src/engine/count/budget.js";
import { completionsOf } from "../../../src/engine/count/completions.js";
import { countLeaf } from "../../../src/engine/count/count-leaf.js";
import { jointWays } from "../../../src/engine/count/joint-ways.js";
import { openSpaceOf } from "../../../src/engine/count/open-space.js";
import { splitSpace } from "../../../src/engine/count/split-space.js";
import { waysTo } from "../../../src/engine/count/ways.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { bareRule } from "../bare-pack.js";
import { completionsOf as listed } from "../completions.js";
import { generatedSeveralPack, is, severalPack } from "../several-pack.js";
import { answersOf } from "../tiny-pack.js";

const kinds = ["a", "b", "c", "d", "e"];
const run = { seed: 20_269, numRuns: 60 };

/** By set of the options that are told apart, the completions by verdict. */
function joint(pack: CompiledPack, few: number, limit?: number): readonly (readonly number[])[] {
  const budget = new Budget();
  const space = openSpaceOf(pack, profileOf(pack, answersOf({})));
  const leaves = splitSpace(space, budget, few).map(({ leaf, plan }) => ({
    leaf,
    counts: countLeaf(leaf, plan, budget, true),
  }));
  const positions = kinds.map((_, index) => index);
  return jointWays(leaves, positions, budget, limit).map((ways) =>
    verdicts.map((verdict) => waysTo(verdict, ways)),
  );
}

/** By listing all completions; `positions` are the options told apart. */
function naive(pack: CompiledPack, positions: readonly number[]): readonly (readonly number[])[] {
  const sums = Array.from({ length: 2 ** positions.length }, () => verdicts.map(() => 0));
  for (const possible of listed(pack, profileOf(pack, answersOf({})))) {
    const set = positions.reduce(
      (bits, position, index) => bits + (possible[position] === 2 ? 2 ** index : 0),
      0,
    );
    const counts = sums[set];
    const verdict = verdicts.indexOf(score(pack, possible).verdict);
    if (counts !== undefined) counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return sums;
}

/** The options that some rule or implication names. */
function named(pack: CompiledPack): readonly number[] {
  const conditions = [
    ...pack.rules.map(({ condition }) => condition),
    ...pack.questions.flatMap(({ implied }) => implied.map(({ condition }) => condition)),
  ];
  const positions = conditions.flat(2).map(({ variable }) => variable.index);
  return kinds.map((_, index) => index).filter((index) => positions.includes(index));
}

it("counts the verdicts under each set of the options that something reads", () => {
  fc.assert(
    fc.property(generatedSeveralPack(kinds), fc.constantFrom(0, 1000), (pack, few) => {
      expect(joint(pack, few)).toEqual(naive(pack, named(pack)));
    }),
    run,
  );
});

describe("beyond the limit", () => {
  // Each option has a rule, alone and with `other`.
  const pack = severalPack(kinds, {
    rules: kinds.flatMap((kind, index) => [
      bareRule(kind, is("kinds", kind), { need: index + 1 }),
      bareRule(`${kind}-x`, { kind: "all", of: [is("kinds", kind), is("other", "x")] }, { need: -5 }),
    ]),
  });

  it.each([
    [32, [0, 1, 2, 3, 4]],
    [31, [0, 1, 2]],
    [8, [0, 1, 2]],
    [7, [0, 1]],
    [3, [0]],
    [1, []],
  ])("of %d sets the options %j are told apart", (limit, positions) => {
    expect(joint(pack, 1000, limit)).toEqual(naive(pack, positions));
  });

  it("what the options tell is bounded from below", () => {
    const informationOf = (limit: number): number =>
      mutualInformation(
        joint(pack, 1000, limit).map(([stateless = 0, stateful = 0, hybrid = 0, undecided = 0]) => ({
          stateless,
          stateful,
          hybrid,
          undecided,
        })),
      );
    expect(informationOf(32)).toBeGreaterThan(informationOf(8));
    expect(informationOf(8)).toBeGreaterThan(informationOf(2));
    expect(informationOf(1)).toBe(0);
  });
});

it("many options that act independently are told apart as far as the limit goes", () => {
  const many = Array.from({ length: 20 }, (_, index) => `k${index}`);
  const pack = severalPack(many, {
    rules: many.map((kind) => bareRule(kind, is("kinds", kind), { given: "must" })),
  });
  const [question] = pack.questions;
  if (question === undefined) throw new Error("no question");
  const answers = completionsOf(pack, profileOf(pack, answersOf({}))).answersTo(question);
  // 2^20 sets are too many, 2^10 are not. With none of the first ten, undecided for one set of the others, times three.
  expect(answers).toHaveLength(1024);
  expect(answers[0]).toEqual({ stateless: 0, stateful: 0, hybrid: 3 * (1024 - 1), undecided: 3 });
  expect(answers[5]).toEqual({ stateless: 0, stateful: 0, hybrid: 3 * 1024, undecided: 0 });
});
