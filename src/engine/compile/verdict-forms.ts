import type { VerdictForms } from "../model/compiled-pack.js";
import type { Settings } from "../model/pack.js";

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

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Least common multiple of the numbers given; 1 for none. */
export function leastCommonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((multiple, n) => (multiple * n) / greatestCommonDivisor(multiple, n), 1);
}
