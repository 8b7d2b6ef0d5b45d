import type { VerdictForms } from "../model/compiled-pack.js";
import type { Verdict } from "../model/verdict.js";

/**
 * The verdict of evidence and vetoes, as the decision model defines it; integers throughout, so exact.
 * With F = live + kept, L = stateless, T = F + L: `undecided` when T is below the minimum of evidence;
 * `stateless` when b = (F − L)/T < β; else `stateful` when h = live/F ≥ η; else `hybrid`.
 * A veto turns the pure style that it forbids into `hybrid`. With F = 0 (possible at β < 0 only) h counts as 0.
 */
export function verdictOf(
  forms: VerdictForms,
  live: number,
  kept: number,
  stateless: number,
  forbidsStateless: boolean,
  forbidsStateful: boolean,
): Verdict {
  const stateful = live + kept;
  if (stateful + stateless < forms.minimumEvidence) return "undecided";
  if (forms.needStateful * stateful < forms.needStateless * stateless)
    return forbidsStateless ? "hybrid" : "stateless";
  const bound = stateful > 0 && forms.boundLive * live >= forms.boundKept * kept;
  return bound && !forbidsStateful ? "stateful" : "hybrid";
}
