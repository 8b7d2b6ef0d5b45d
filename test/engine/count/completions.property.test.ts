import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutualInformation } from "../../../src/engine/analyse/outlook.js";
import { type AnswerCounts, completionsOf } from "../../../src/engine/count/completions.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../src/engine/model/profile.js";
import { type Verdict, verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { completionsOf as listed } from "../completions.js";
import { generatedCase } from "../generated-pack.js";

const run = { seed: 20_261, numRuns: 150 };

/** Up to how many cells a space is not split: such small ones are, or not, only if told to. */
const few = fc.constantFrom(0, 1000);

describe("against listing every completion", () => {
  it("reach holds every verdict that a completion gives and no other, with the right counts", () => {
    fc.assert(
      fc.property(generatedCase(), few, ({ pack, answers }, few) => {
        const profile = profileOf(pack, answers);
        const counts = byVerdict(pack, listed(pack, profile));
        const { reach } = completionsOf(pack, profile, few);
        expect(reach).toEqual(perVerdict((verdict) => BigInt(counts[verdict])));
      }),
      run,
    );
  });

  it("an answer's completions by verdict are those that have it", () => {
    fc.assert(
      fc.property(generatedCase(), few, ({ pack, answers }, few) => {
        const profile = profileOf(pack, answers);
        const completions = completionsOf(pack, profile, few);
        const all = listed(pack, profile);
        for (const question of pack.questions) {
          if (question.several) continue;
          const naive = groupsBy(
            all,
            question.variables.map(({ index }) => index),
          ).map((group) => byVerdict(pack, group));
          const found = completions.answersTo(question).filter((counts) => total(counts) > 0);
          expect(found.map(keyOf).sort(), question.id).toEqual(naive.map(keyOf).sort());
        }
      }),
      run,
    );
  });

  it("value of information is the entropy of the verdict less its mean over the answers", () => {
    fc.assert(
      fc.property(generatedCase(), few, ({ pack, answers }, few) => {
        const profile = profileOf(pack, answers);
        const completions = completionsOf(pack, profile, few);
        const all = listed(pack, profile);
        for (const question of pack.questions) {
          const groups = groupsBy(
            all,
            question.variables.map(({ index }) => index),
          );
          const mean = groups.reduce(
            (sum, group) => sum + (group.length / all.length) * entropy(byVerdict(pack, group)),
            0,
          );
          const expected = entropy(byVerdict(pack, all)) - mean;
          expect(mutualInformation(completions.answersTo(question)), question.id).toBeCloseTo(expected, 10);
        }
      }),
      run,
    );
  });
});

function perVerdict<Value>(of: (verdict: Verdict) => Value): Record<string, Value> {
  return Object.fromEntries(verdicts.map((verdict) => [verdict, of(verdict)]));
}

function byVerdict(pack: CompiledPack, completions: readonly Possible[]): AnswerCounts {
  const counts = { stateless: 0, stateful: 0, hybrid: 0, undecided: 0 };
  for (const possible of completions) counts[score(pack, possible).verdict] += 1;
  return counts;
}

function groupsBy(
  completions: readonly Possible[],
  positions: readonly number[],
): readonly (readonly Possible[])[] {
  const groups = new Map<string, Possible[]>();
  for (const possible of completions) {
    const key = positions.map((position) => possible[position]).join();
    groups.set(key, [...(groups.get(key) ?? []), possible]);
  }
  return [...groups.values()];
}

function keyOf(counts: AnswerCounts): string {
  return verdicts.map((verdict) => counts[verdict]).join();
}

function total(counts: AnswerCounts): number {
  return verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
}

function entropy(counts: AnswerCounts): number {
  const all = total(counts);
  return verdicts
    .map((verdict) => counts[verdict] / all)
    .filter((share) => share > 0)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}
