import fc from "fast-check";
import { expect, it } from "vitest";
import { cellIndex } from "../../../../src/engine/count/cells.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../../src/engine/model/profile.js";
import {
  firstOf,
  firstVetoes,
  type Moves,
  type PairSpace,
  pairSpaceOf,
  secondOf,
  secondVetoes,
} from "../../../../src/engine/pack-tools/statistics/pair-space.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { evaluate } from "../../../../src/engine/score/score.js";
import { completionsOf } from "../../completions.js";
import { generatedPack } from "../../generated-pack.js";
import { questionOf } from "../../lookup.js";
import { tinyPack } from "../../tiny-pack.js";

const up: Moves = (from, to) => from < to;

it("holds the pairs, with what fires on either side, that listing all profiles twice finds", () => {
  fc.assert(
    fc.property(generatedPack({ questions: 4, rules: 6 }), fc.nat(), (pack, any) => {
      const { answerStates } = profileOf(pack, new Map());
      const open = pack.questions.filter(({ index }) => answerStates[index] === "open");
      const question = open[any % open.length]?.index ?? -1;
      expect(pairsOf(pack, pairSpaceOf(pack, questionOf(pack, question), up))).toEqual(
        naivePairs(pack, question),
      );
    }),
    { seed: 20_270, numRuns: 40 },
  );
});

it("tells how far rules can move each side, and which of them count on one side only", () => {
  const yesNo = ["yes", "no"];
  const pack = tinyPack({
    questions: { first: yesNo, second: yesNo, other: yesNo },
    rules: [
      [{ first: "yes" }, { L: 3 }],
      [{ second: "no", other: "yes" }, { N: 2 }],
      [{ other: "no" }, { K: 5 }],
    ],
    implied: [["second", { first: "yes" }, "yes"]],
  });
  const rangesOf = (question: number) =>
    pairSpaceOf(pack, questionOf(pack, question), up).factors.map(({ range }) => range);
  const sum = (question: number, read: (range: ReturnType<typeof rangesOf>[number]) => number): number =>
    rangesOf(question).reduce((total, range) => total + read(range), 0);
  for (const question of [0, 1, 2]) {
    for (const side of [firstOf, secondOf]) {
      // Need is F − L, bound is N − K.
      expect(sum(question, ({ needLow }) => side(needLow))).toBe(-3);
      expect(sum(question, ({ needHigh }) => side(needHigh))).toBe(7);
      expect(sum(question, ({ boundLow }) => side(boundLow))).toBe(-5);
      expect(sum(question, ({ boundHigh }) => side(boundHigh))).toBe(2);
    }
  }
  // Of `first` the third rule is free, of `second` all but the second, of `other` the first.
  expect([0, 1, 2].map((question) => sum(question, ({ oneSided }) => oneSided))).toEqual([4, 2, 4]);
});

/** Every assignment of the space that no factor rules out: the masks of either profile, and what fires on it. */
function pairsOf(pack: CompiledPack, { variables, twins, factors }: PairSpace): readonly string[] {
  const full = profileOf(pack, new Map()).possible;
  const found: string[] = [];
  const assignment: number[] = [];
  const assign = (position: number): void => {
    const states = variables[position]?.states.length;
    if (states !== undefined) {
      for (let state = 0; state < states; state += 1) {
        assignment[position] = state;
        assign(position + 1);
      }
      return;
    }
    const tallies = factors.map(({ scope, cells }) => cells[cellIndex(scope, variables, assignment)] ?? null);
    const sum = { need: 0, bound: 0, total: 0, vetoes: 0 };
    for (const tally of tallies) {
      if (tally === null) return;
      sum.need += tally.need;
      sum.bound += tally.bound;
      sum.total += tally.total;
      sum.vetoes |= tally.vetoes;
    }
    const masks = (positionOf: (position: number) => number): string => {
      const possible = [...full];
      twins.forEach((_, at) => {
        possible[variables[at]?.index ?? -1] = 1 << (assignment[positionOf(at)] ?? 0);
      });
      return possible.join();
    };
    const first = [firstOf(sum.need), firstOf(sum.bound), firstOf(sum.total), firstVetoes(sum.vetoes)];
    const second = [secondOf(sum.need), secondOf(sum.bound), secondOf(sum.total), secondVetoes(sum.vetoes)];
    found.push(`${masks((at) => at)}: ${first} -> ${masks((at) => twins[at] ?? -1)}: ${second}`);
  };
  assign(0);
  return found.toSorted();
}

/** Of two profiles every other question has the same answer, or one that is implied in the second. */
function naivePairs(pack: CompiledPack, question: number): readonly string[] {
  const profiles = completionsOf(pack, profileOf(pack, new Map()));
  const asked = questionOf(pack, question);
  const changed = asked.variables[0]?.index ?? -1;
  const moves = (from: Possible, to: Possible): boolean =>
    asked.several || (from[changed] ?? 0) < (to[changed] ?? 0);
  const follows = (from: Possible, to: Possible): boolean =>
    pack.questions.every(
      ({ index, variables, implied }) =>
        index === question ||
        variables.every((variable) => from[variable.index] === to[variable.index]) ||
        implied.some(({ condition }) => holds(condition, to)),
    );
  return profiles
    .flatMap((from) =>
      profiles
        .filter((to) => moves(from, to) && follows(from, to))
        .map((to) => `${from}: ${firesOn(pack, from)} -> ${to}: ${firesOn(pack, to)}`),
    )
    .toSorted();
}

/** Need, bound, evidence, and a bit for a veto against stateless, two for one against stateful. */
function firesOn(pack: CompiledPack, possible: Possible): readonly number[] {
  const { live, kept, stateless } = evaluate(pack, possible);
  const { needStateful, needStateless, boundLive, boundKept } = pack.forms;
  const forbidden = pack.vetoes
    .filter(({ condition }) => holds(condition, possible))
    .map(({ entry: veto }) => veto.forbids);
  return [
    needStateful * (live + kept) - needStateless * stateless,
    boundLive * live - boundKept * kept,
    live + kept + stateless,
    (forbidden.includes("stateless") ? 1 : 0) + (forbidden.includes("stateful") ? 2 : 0),
  ];
}
