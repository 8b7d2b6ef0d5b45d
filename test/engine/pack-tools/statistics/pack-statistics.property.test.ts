import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { isGiven } from "../../../../src/engine/model/pack.js";
import type { Finding, Transition, Witness } from "../../../../src/engine/model/pack-statistics.js";
import type { Possible } from "../../../../src/engine/model/profile.js";
import { type Verdict, verdicts } from "../../../../src/engine/model/verdict.js";
import { packStatistics } from "../../../../src/engine/pack-tools/statistics/pack-statistics.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { score } from "../../../../src/engine/score/score.js";
import { completionsOf } from "../../completions.js";
import { generatedPack } from "../../generated-pack.js";
import { questionOf } from "../../lookup.js";

const run = { seed: 20_264, numRuns: 25 };
const size = { questions: 4, rules: 8 };
/** Few enough that the exhaustive search has something left to find. */
const samples = 5;

describe("pack statistics against listing the whole answer space", () => {
  it("counts profiles by verdict and shows one of each", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const space = spaceOf(pack);
        const statistics = packStatistics(pack, samples);
        const found = space.map((possible) => score(pack, possible).verdict);
        expect(statistics.profiles).toBe(BigInt(space.length));
        for (const verdict of verdicts) {
          expect(statistics.verdicts?.[verdict]).toBe(
            BigInt(found.filter((other) => other === verdict).length),
          );
        }
        expect(statistics.examples.map(({ verdict }) => verdict)).toEqual(
          verdicts.filter((verdict) => found.includes(verdict)),
        );
        for (const example of statistics.examples) replay(pack, example);
      }),
      run,
    );
  });

  it("counts the profiles on which each rule fires, and shows one where it does and one where it does not", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const space = spaceOf(pack);
        const conditions = pack.rules.map(({ condition }) => condition);
        packStatistics(pack, samples).firing.forEach(({ profiles, fires, rests }, index) => {
          const condition = conditions[index] ?? [];
          const count = space.filter((possible) => holds(condition, possible)).length;
          expect(profiles).toBe(BigInt(count));
          expect([fires !== null, rests !== null]).toEqual([count > 0, count < space.length]);
          if (fires !== null) expect(holds(condition, replay(pack, fires))).toBe(true);
          if (rests !== null) expect(holds(condition, replay(pack, rests))).toBe(false);
        });
      }),
      run,
    );
  });

  it("finds the givens that decide, with samples to look at and without", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const space = spaceOf(pack);
        const givens = pack.rules.filter(({ entry }) => isGiven(entry));
        for (const statistics of [packStatistics(pack, samples), packStatistics(pack, 0)]) {
          expect(statistics.givens.map(({ given }) => given)).toEqual(givens.map(({ entry }) => entry.id));
          statistics.givens.forEach(({ decides }, index) => {
            const without = { ...pack, rules: pack.rules.filter((rule) => rule !== givens[index]) };
            const expected = space.some(
              (possible) => score(pack, possible).verdict !== score(without, possible).verdict,
            );
            expect(decides.kind).toBe(expected ? "shown" : "excluded");
            if (decides.kind !== "shown") return;
            expect(score(without, replay(pack, decides.witness)).verdict).toBe(decides.witness.without);
            expect(decides.witness.without).not.toBe(decides.witness.verdict);
          });
        }
      }),
      run,
    );
  });

  it("finds the questions that can change a verdict", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const transitions = transitionsOf(pack);
        const searched = packStatistics(pack, 0).questions;
        packStatistics(pack, samples).questions.forEach(({ changesVerdict }, index) => {
          const expected = transitions.some(
            ({ question, from, to }) => question === index && from.verdict !== to.verdict,
          );
          for (const finding of [changesVerdict, searched[index]?.changesVerdict]) {
            const shown = transitionIn(pack, finding, expected);
            if (shown !== null) expect(shown.before).not.toBe(shown.after);
          }
        });
      }),
      run,
    );
  });

  it("finds the moves against a declared direction", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const transitions = transitionsOf(pack);
        const searched = packStatistics(pack, 0).directions;
        packStatistics(pack, samples).directions.forEach(({ question, direction, violated }, at) => {
          const { index, variables } = questionOf(pack, question);
          const variable = variables[0]?.index ?? -1;
          const against = (from: Verdict, to: Verdict): boolean =>
            direction === "stateless" ? rank(to) > rank(from) : rank(to) < rank(from);
          const expected = transitions.some(
            (one) =>
              one.question === index &&
              (one.from.possible[variable] ?? 0) < (one.to.possible[variable] ?? 0) &&
              against(one.from.verdict, one.to.verdict),
          );
          for (const finding of [violated, searched[at]?.violated]) {
            const shown = transitionIn(pack, finding, expected);
            if (shown !== null) expect(against(shown.before, shown.after)).toBe(true);
          }
        });
      }),
      run,
    );
  });
});

function spaceOf(pack: CompiledPack): readonly Possible[] {
  return completionsOf(pack, profileOf(pack, new Map()));
}

/** Not a number for `undecided`, which is less and more stateful than nothing. */
function rank(verdict: Verdict): number {
  const order: Record<Verdict, number> = { stateless: 0, hybrid: 1, stateful: 2, undecided: Number.NaN };
  return order[verdict];
}

interface Scored {
  readonly possible: Possible;
  readonly verdict: Verdict;
}

/** All pairs of profiles that differ in one question and, beyond it, in answers that are implied after the change only. */
function transitionsOf(pack: CompiledPack): readonly { question: number; from: Scored; to: Scored }[] {
  const space = spaceOf(pack).map((possible) => ({ possible, verdict: score(pack, possible).verdict }));
  const same = (from: Scored, to: Scored, question: number): boolean =>
    questionOf(pack, question).variables.every(({ index }) => from.possible[index] === to.possible[index]);
  return space.flatMap((from) =>
    space.flatMap((to) =>
      pack.questions.flatMap(({ index }) => {
        const others = pack.questions.every(
          (other) =>
            other.index === index ||
            same(from, to, other.index) ||
            other.implied.some(({ condition }) => holds(condition, to.possible)),
        );
        return others && !same(from, to, index) ? [{ question: index, from, to }] : [];
      }),
    ),
  );
}

/** Replays a witness: its answers make a complete profile with the verdict it states. */
function replay(pack: CompiledPack, { answers, verdict }: Witness): Possible {
  const { possible } = profileOf(pack, answers);
  expect(possible.every((mask) => mask > 0 && (mask & (mask - 1)) === 0)).toBe(true);
  expect(score(pack, possible).verdict).toBe(verdict);
  return possible;
}

function transitionIn(
  pack: CompiledPack,
  finding: Finding<Transition> | undefined,
  expected: boolean,
): { before: Verdict; after: Verdict } | null {
  expect(finding?.kind).toBe(expected ? "shown" : "excluded");
  if (finding?.kind !== "shown") return null;
  replay(pack, finding.witness.before);
  replay(pack, finding.witness.after);
  return { before: finding.witness.before.verdict, after: finding.witness.after.verdict };
}
