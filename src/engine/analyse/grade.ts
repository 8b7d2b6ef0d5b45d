import type { OpenQuestion, Reach, Stability } from "../model/analysis.js";
import type { Settings } from "../model/pack.js";
import { type Grade, type Verdict, verdicts } from "../model/verdict.js";

/**
 * A word for the figures. `firm`: every completion gives the present verdict, and the radius (1 if no
 * perturbation changes it) is at least the pack's firm radius. Else `fragile`: the radius is below the pack's fragile
 * radius, or one open question can overturn the verdict. Else `fair`. Null for `undecided`.
 */
export function gradeOf(
  verdict: Verdict,
  settings: Settings,
  stability: Stability,
  reach: Reach,
  open: readonly OpenQuestion[],
): Grade | null {
  if (verdict === "undecided") return null;
  const radius = stability.radius ?? 1;
  if (onlyVerdict(reach) === verdict && radius >= settings.firmRadius) return "firm";
  return radius < settings.fragileRadius || open.some(({ overturns }) => overturns) ? "fragile" : "fair";
}

/** The verdict that every completion leads to, or null if there are several: then more answers can still matter. */
export function onlyVerdict(reach: Reach): Verdict | null {
  const reached = verdicts.filter((verdict) => reach[verdict] > 0n);
  const [first, second] = reached;
  return first === undefined || second !== undefined ? null : first;
}
