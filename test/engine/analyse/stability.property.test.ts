import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stabilityOf } from "../../../src/engine/analyse/stability.js";
import type { Rule } from "../../../src/engine/model/pack.js";
import { concerns, type Verdict } from "../../../src/engine/model/verdict.js";
import { scoreOf } from "../../../src/engine/score/score.js";
import { bareRule, type Effect } from "../bare-pack.js";
import { naiveDecision } from "../naive-decision.js";

const run = { seed: 20_262, numRuns: 1500 /* to see every change of verdict */ };

/**
 * Perturbed points are whole numbers of 1/scale, so sums and comparisons are exact: at most 12 rules of 5 points, less
 * than doubled, stay below 2^47.
 */
const scale = 2 ** 40;

const points = fc.integer({ min: -5, max: 5 }).filter((each) => each !== 0);
const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 5, arbitrary: points.map((need) => ({ need })) },
  { weight: 5, arbitrary: points.map((place) => ({ place })) },
  { weight: 5, arbitrary: fc.record({ need: points, concern: fc.constantFrom(...concerns.slice(1)) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      given: fc.constantFrom("must", "must-not"),
      concern: fc.constantFrom(...concerns),
    }),
  },
  { weight: 1, arbitrary: fc.record({ given: fc.constantFrom("must-bind", "may-not-bind") }) },
);

/** Rules that all fire. */
const fired = fc
  .array(effect, { minLength: 1, maxLength: 12 })
  .map((effects) => effects.map((each, index) => bareRule(`r${index}`, { kind: "all", of: [] }, each)));

const stabilityOn = (rules: readonly Rule[]) =>
  stabilityOf(scoreOf(rules.map((entry) => ({ entry, condition: [[]] }))));

/** The verdict with the points of each rule multiplied by 1 + moves / scale. */
function verdictWith(rules: readonly Rule[], movesOf: (rule: Rule, index: number) => number): Verdict {
  return naiveDecision(
    rules.map((rule, index) => ({ ...rule, points: rule.points * (scale + movesOf(rule, index)) })),
  ).verdict;
}

/** The verdicts at the ends: the points of each concern and form as far as they go for it, or as far against. */
function extremes(rules: readonly Rule[], moves: number): ReadonlySet<Verdict> {
  const sums = [...concerns.map((concern) => `need ${concern}`), "place interaction"];
  const found = Array.from({ length: 2 ** sums.length }, (_, bits) =>
    verdictWith(rules, ({ kind, concern, points: own }) => {
      const up = (bits & (2 ** sums.indexOf(`${kind} ${concern}`))) !== 0;
      return up === own > 0 ? moves : -moves;
    }),
  );
  return new Set(found);
}

describe("the stability radius", () => {
  it("no perturbation by less than r changes the verdict", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fired,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (rules, shares) => {
          const { verdict } = naiveDecision(rules);
          const { radius } = stabilityOn(rules);
          // Where there is none, next to no perturbation is too large.
          const moves = radius === null ? scale - 1 : Math.floor(radius * scale) - 1;
          if (verdict === "undecided" || moves <= 0) return;
          tried += 1;
          expect(extremes(rules, moves)).toEqual(new Set([verdict]));
          expect(verdictWith(rules, (_, index) => Math.trunc((shares[index] ?? 0) * moves))).toBe(verdict);
        },
      ),
      run,
    );
    expect(tried).toBeGreaterThan(run.numRuns / 2);
  });

  it("a perturbation by a little more gives the verdict on the far side", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fired, (rules) => {
        const { radius, verdict, at } = stabilityOn(rules);
        if (radius === null || verdict === null || at === null) return;
        const now = naiveDecision(rules).verdict;
        expect(verdict).not.toBe(now);
        expect(extremes(rules, Math.ceil(radius * scale) + 1)).toContain(verdict);
        seen.add(`${now} to ${verdict} by ${at.form}`);
      }),
      run,
    );
    expect([...seen].sort()).toEqual([
      "hybrid to stateful by need",
      "hybrid to stateful by place",
      "hybrid to stateless by need",
      "stateful to hybrid by need",
      "stateful to hybrid by place",
      "stateful to stateless by need",
      "stateless to hybrid by need",
      "stateless to stateful by need",
    ]);
  });
});
