import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../../src/engine/model/profile.js";
import { type Verdict, verdicts } from "../../../../src/engine/model/verdict.js";
import { everyAnswers } from "../../../../src/engine/pack-tools/mutate/every-answers.js";
import { changedAnswer } from "../../../../src/engine/pack-tools/pairs/changed-answer.js";
import {
  changedRules,
  changedRulesOnAnyAnswers,
} from "../../../../src/engine/pack-tools/pairs/changed-rules.js";
import { findPair, type ProfilePair } from "../../../../src/engine/pack-tools/pairs/find-pair.js";
import { Work } from "../../../../src/engine/pack-tools/pairs/work.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { score } from "../../../../src/engine/score/score.js";
import { completionsOf } from "../../completions.js";
import { generatedPack } from "../../generated-pack.js";

const run = { seed: 20_264, numRuns: 60 };
const size = { questions: 4, rules: 10 };
const enough = (): Work => new Work(1e7);

/** Every two verdicts, the second other than the first. */
const moves = verdicts.flatMap((from) => verdicts.filter((to) => to !== from).map((to) => ({ from, to })));

describe("pairs of profiles against listing the whole answer space", () => {
  it("finds a pair for a changed answer exactly if there is one", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const space = scoredSpace(pack, pack);
        for (const question of pack.questions) {
          const own = question.variables.map(({ index }) => index);
          const pairs = space.flatMap((before) =>
            space
              .filter((after) => follows(pack, before.possible, after.possible, own))
              .map((after) => ({ before, after })),
          );
          for (const { from, to } of moves) {
            const expected = pairs.some(({ before, after }) => before.first === from && after.first === to);
            const found = findPair(
              changedAnswer(pack, question, (a, b) => a !== b),
              (before, after) => before === from && after === to,
              enough(),
            );
            expect(found !== null).toBe(expected);
            if (found === null) continue;
            expect(verdictsOf(pack, pack, found)).toEqual([from, to]);
            expect(follows(pack, found.before, found.after, own)).toBe(true);
            for (const each of [found.before, found.after]) expect(isProfile(pack, each)).toBe(true);
          }
        }
      }),
      run,
    );
  });

  it("finds a profile for changed rules exactly if there is one", () => {
    fc.assert(
      fc.property(generatedPack(size), fc.nat(), fc.nat(), (pack, first, second) => {
        const without = pack.rules.toSpliced(first % pack.rules.length, 1);
        const other = pack.rules.toSpliced(second % pack.rules.length, 1);
        const [before, after] = [
          { ...pack, rules: without },
          { ...pack, rules: other },
        ];
        const space = scoredSpace(before, after);
        for (const { from, to } of moves) {
          const expected = space.some((each) => each.first === from && each.second === to);
          const found = findPair(
            changedRules(pack, without, other),
            (one, two) => one === from && two === to,
            enough(),
          );
          expect(found !== null).toBe(expected);
          if (found === null) continue;
          expect(found.after).toEqual(found.before);
          expect(isProfile(pack, found.before)).toBe(true);
          expect(verdictsOf(before, after, found)).toEqual([from, to]);
        }
      }),
      run,
    );
  });

  it("finds answers for changed rules, complete or not, exactly if there are some", () => {
    fc.assert(
      fc.property(generatedPack({ questions: 3, rules: 10 }), fc.nat(), (pack, first) => {
        const without = pack.rules.toSpliced(first % pack.rules.length, 1);
        const after = { ...pack, rules: without };
        const all = [...everyAnswers(pack.source.questions)].map(
          (answers) => profileOf(pack, answers).possible,
        );
        for (const { from, to } of moves) {
          const expected = all.some(
            (possible) => score(pack, possible).verdict === from && score(after, possible).verdict === to,
          );
          const found = findPair(
            changedRulesOnAnyAnswers(pack, pack.rules, without),
            (one, two) => one === from && two === to,
            enough(),
          );
          expect(found !== null).toBe(expected);
          if (found === null) continue;
          expect(found.after).toEqual(found.before);
          expect(all).toContainEqual(found.before);
          expect(verdictsOf(pack, after, found)).toEqual([from, to]);
        }
      }),
      { ...run, numRuns: 40 },
    );
  });
});

interface Scored {
  readonly possible: Possible;
  readonly first: Verdict;
  readonly second: Verdict;
}

function scoredSpace(before: CompiledPack, after: CompiledPack): readonly Scored[] {
  return completionsOf(before, profileOf(before, new Map())).map((possible) => ({
    possible,
    first: score(before, possible).verdict,
    second: score(after, possible).verdict,
  }));
}

/** Whether the profiles differ in the variables `own`, and elsewhere in what is implied after the change only. */
function follows(pack: CompiledPack, before: Possible, after: Possible, own: readonly number[]): boolean {
  const differ = (index: number): boolean => before[index] !== after[index];
  return (
    own.some(differ) &&
    pack.questions.every(({ variables, implied }) =>
      variables.every(
        ({ index }) =>
          own.includes(index) || !differ(index) || implied.some(({ condition }) => holds(condition, after)),
      ),
    )
  );
}

function isProfile(pack: CompiledPack, possible: Possible): boolean {
  return completionsOf(pack, profileOf(pack, new Map())).some((each) => each.join() === possible.join());
}

function verdictsOf(
  first: CompiledPack,
  second: CompiledPack,
  { before, after }: ProfilePair,
): readonly Verdict[] {
  return [score(first, before).verdict, score(second, after).verdict];
}
