import type { OpenQuestion, Reach, Stability } from "../model/analysis.js";
import type { Settings } from "../model/pack.js";
import { type Grade, type Verdict, verdicts } from "../model/verdict.js";

/**
 * A word for the figures. `firm`: every completion gives the verdict as it stands, and the radius (1 where no
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

/** The verdict that every completion leads to, or null where there are several: then more answers can still matter. */
export function onlyVerdict(reach: Reach): Verdict | null {
  const reached = verdicts.filter((verdict) => reach[verdict] > 0n);
  return reached.length === 1 ? (reached[0] ?? null) : null;
}
