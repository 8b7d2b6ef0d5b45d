import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stabilityOf } from "../../../src/engine/analyse/stability.js";
import type { VerdictForms } from "../../../src/engine/model/compiled-pack.js";
import type { Verdict } from "../../../src/engine/model/verdict.js";
import type { Evaluation } from "../../../src/engine/score/score.js";
import { verdictForms, verdictOf } from "../../../src/engine/score/verdict-of.js";

const run = { seed: 20_262, numRuns: 1500 };
/** Shares of the way from the lower to the upper end of each weight's interval. */
const steps = Array.from({ length: 33 }, (_, index) => index / 32);

const formsArbitrary = fc
  .record({ need: fc.integer({ min: -90, max: 90 }), bound: fc.integer({ min: 5, max: 95 }) })
  .map(({ need, bound }) =>
    verdictForms({
      needBoundaryPercent: need,
      boundBoundaryPercent: bound,
      minimumEvidence: 1,
      firmRadius: 0,
      fragileRadius: 0,
    }),
  );

/** Scores, vetoes and the verdict on them. */
const caseArbitrary = fc
  .record({
    forms: formsArbitrary,
    live: fc.nat({ max: 12 }),
    kept: fc.nat({ max: 12 }),
    stateless: fc.nat({ max: 24 }),
    forbidsStateless: fc.boolean(),
    forbidsStateful: fc.boolean(),
  })
  .filter(({ live, kept, stateless }) => live + kept + stateless > 0)
  .map(({ forms, ...scores }): { forms: VerdictForms; evaluation: Evaluation } => ({
    forms,
    evaluation: {
      ...scores,
      verdict: verdictWith(forms, scores, scores.live, scores.kept, scores.stateless),
    },
  }));

describe("stability radius (law 6)", () => {
  it("no perturbation by less than r changes the verdict", () => {
    fc.assert(
      fc.property(caseArbitrary, ({ forms, evaluation }) => {
        const { radius } = stabilityOf(forms, evaluation);
        const below = (radius ?? 1) * (1 - 1e-9) - 1e-12;
        if (below <= 0) return;
        for (const share of [below, below / 2]) {
          expect(verdictsWithin(forms, evaluation, share)).toEqual(new Set([evaluation.verdict]));
        }
      }),
      run,
    );
  });

  it("some perturbation by a little more gives the verdict on the far side", () => {
    fc.assert(
      fc.property(caseArbitrary, ({ forms, evaluation }) => {
        const { radius, verdict } = stabilityOf(forms, evaluation);
        if (radius === null || verdict === null) return;
        expect(verdict).not.toBe(evaluation.verdict);
        expect(verdictsWithin(forms, evaluation, radius + (1 - radius) * 1e-6)).toContain(verdict);
      }),
      run,
    );
  });

  it("is null if even weights of nearly nothing and nearly twice change nothing", () => {
    fc.assert(
      fc.property(caseArbitrary, ({ forms, evaluation }) => {
        const { radius } = stabilityOf(forms, evaluation);
        const almostAll = verdictsWithin(forms, evaluation, 1 - 1e-9);
        expect(almostAll.size > 1).toBe(radius !== null);
      }),
      run,
    );
  });
});

/** Verdicts at the corners of the box of perturbed scores, and along each of its edges in small steps. */
function verdictsWithin(forms: VerdictForms, evaluation: Evaluation, share: number): ReadonlySet<Verdict> {
  const found = new Set<Verdict>();
  const at = (points: number, position: number): number => points * (1 - share + 2 * share * position);
  const { live, kept, stateless } = evaluation;
  for (const n of [0, 1]) {
    for (const l of [0, 1]) {
      for (const k of [...steps, keptForBoundary(forms, evaluation, share)]) {
        found.add(verdictWith(forms, evaluation, at(live, n), at(kept, k), at(stateless, l)));
      }
    }
  }
  return found;
}

/** The point with the most kept evidence that still leaves boundness at its boundary, with live at its upper end. */
function keptForBoundary(forms: VerdictForms, { live, kept }: Evaluation, share: number): number {
  if (kept === 0) return 0;
  const most = (forms.boundLive * live * (1 + share)) / forms.boundKept;
  return Math.min(Math.max((most * (1 - 1e-12) - kept * (1 - share)) / (2 * share * kept), 0), 1);
}

function verdictWith(
  forms: VerdictForms,
  vetoes: Pick<Evaluation, "forbidsStateless" | "forbidsStateful">,
  live: number,
  kept: number,
  stateless: number,
): Verdict {
  const settled = { ...forms, minimumEvidence: 0 };
  return verdictOf(settled, live, kept, stateless, vetoes.forbidsStateless, vetoes.forbidsStateful);
}
