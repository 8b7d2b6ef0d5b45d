import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../src/engine/analyse/analyse.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../src/engine/model/profile.js";
import { verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { evaluate } from "../../../src/engine/score/score.js";
import { answersTo, completionsOf, withAnswer } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { questionOf } from "../lookup.js";

const run = { seed: 20_261, numRuns: 150 };

describe("against listing every completion", () => {
  it("reach holds every verdict that a completion gives and no other, with the right counts (law 5)", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const profile = profileOf(pack, answers);
        const counts = byVerdict(pack, completionsOf(pack, profile));
        expect(analyse(pack, profile).reach).toEqual(
          Object.fromEntries(verdicts.map((verdict, index) => [verdict, BigInt(counts[index] ?? 0)])),
        );
      }),
      run,
    );
  });

  it("value of information is the entropy of the verdict less its mean over the answers", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const profile = profileOf(pack, answers);
        for (const { question, valueOfInformation } of analyse(pack, profile).open) {
          expect(valueOfInformation).toBeCloseTo(
            informationOf(pack, completionsOf(pack, profile), question),
            10,
          );
        }
      }),
      run,
    );
  });

  it("an open question overturns when some answer to it alone gives another verdict", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const profile = profileOf(pack, answers);
        const now = evaluate(pack, profile.possible).verdict;
        for (const { question, overturns } of analyse(pack, profile).open) {
          const expected = answersTo(questionOf(pack, question)).some((answer) => {
            const after = profileOf(pack, withAnswer(answers, question, answer));
            return evaluate(pack, after.possible).verdict !== now;
          });
          expect(overturns, question).toBe(expected);
        }
      }),
      run,
    );
  });

  it("lists the open questions once each, most telling first", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const profile = profileOf(pack, answers);
        const { open } = analyse(pack, profile);
        const expected = pack.questions.filter(({ index }) =>
          ["open", "unsure"].includes(profile.answerStates[index] ?? ""),
        );
        expect(open.map(({ question }) => question).toSorted()).toEqual(
          expected.map(({ id }) => id).toSorted(),
        );
        const order = (id: string): number => questionOf(pack, id).index;
        for (const [index, next] of open.slice(1).entries()) {
          const before = open[index];
          if (before === undefined) continue;
          expect(before.valueOfInformation).toBeGreaterThanOrEqual(next.valueOfInformation);
          if (before.valueOfInformation === next.valueOfInformation)
            expect(order(before.question)).toBeLessThan(order(next.question));
        }
      }),
      run,
    );
  });
});

function byVerdict(pack: CompiledPack, completions: readonly Possible[]): readonly number[] {
  const found = completions.map((possible) => evaluate(pack, possible).verdict);
  return verdicts.map((verdict) => found.filter((other) => other === verdict).length);
}

function informationOf(pack: CompiledPack, completions: readonly Possible[], question: string): number {
  const { variables } = questionOf(pack, question);
  const groups = new Map<string, Possible[]>();
  for (const possible of completions) {
    const key = variables.map((variable) => possible[variable.index]).join();
    groups.set(key, [...(groups.get(key) ?? []), possible]);
  }
  const mean = [...groups.values()].reduce(
    (sum, group) => sum + (group.length / completions.length) * entropy(byVerdict(pack, group)),
    0,
  );
  return entropy(byVerdict(pack, completions)) - mean;
}

function entropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts
    .filter((count) => count > 0)
    .reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0);
}
