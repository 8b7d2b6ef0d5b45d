import type { VerdictForms } from "../model/compiled-pack.js";
import { greatestCommonDivisor } from "../model/divisors.js";
import type { Settings } from "../model/pack.js";
import type { Verdict } from "../model/verdict.js";

/**
 * The boundaries as integer forms: b ≥ β ⇔ (1 − β)F ≥ (1 + β)L, and h ≥ η ⇔ (1 − η)N ≥ ηK, both in hundredths and
 * divided by their greatest common divisor, so that scores stay small.
 */
export function verdictForms(settings: Settings): VerdictForms {
  const [needStateful, needStateless] = reduced(
    100 - settings.needBoundaryPercent,
    100 + settings.needBoundaryPercent,
  );
  const [boundLive, boundKept] = reduced(100 - settings.boundBoundaryPercent, settings.boundBoundaryPercent);
  return { needStateful, needStateless, boundLive, boundKept, minimumEvidence: settings.minimumEvidence };
}

function reduced(a: number, b: number): readonly [number, number] {
  const divisor = greatestCommonDivisor(a, b);
  return [a / divisor, b / divisor];
}

/** Evidence beyond this total changes nothing; 1 if a pack requires none, as no evidence has no boundness. */
export function leastTotal(forms: VerdictForms): number {
  return Math.max(forms.minimumEvidence, 1);
}

/** The facts that a verdict depends on. */
export interface VerdictSigns {
  /** T ≥ minimum of evidence */
  readonly enough: boolean;
  /** b ≥ β */
  readonly needed: boolean;
  /** F > 0 and h ≥ η */
  readonly bound: boolean;
  readonly forbidsStateless: boolean;
  readonly forbidsStateful: boolean;
}

/**
 * The verdict as the decision model defines it: `undecided` without enough evidence; `stateless` when b < β; else
 * `stateful` when h ≥ η; else `hybrid`. A veto turns the pure style that it forbids into `hybrid`.
 */
export function verdictBySigns(signs: VerdictSigns): Verdict {
  if (!signs.enough) return "undecided";
  if (!signs.needed) return signs.forbidsStateless ? "hybrid" : "stateless";
  return signs.bound && !signs.forbidsStateful ? "stateful" : "hybrid";
}

/** The verdict of evidence (F = live + kept, L = stateless, T = F + L) and vetoes; exact for integers. */
export function verdictOf(
  forms: VerdictForms,
  live: number,
  kept: number,
  stateless: number,
  forbidsStateless: boolean,
  forbidsStateful: boolean,
): Verdict {
  const stateful = live + kept;
  return verdictBySigns({
    enough: stateful + stateless >= forms.minimumEvidence,
    needed: forms.needStateful * stateful >= forms.needStateless * stateless,
    bound: stateful > 0 && forms.boundLive * live >= forms.boundKept * kept,
    forbidsStateless,
    forbidsStateful,
  });
}
