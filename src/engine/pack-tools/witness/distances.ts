import type { VerdictForms } from "../../model/compiled-pack.js";
import type { Evidence } from "../../model/pack.js";
import type { Scores } from "../../model/scores.js";
import type { Verdict } from "../../model/verdict.js";
import type { Evaluation } from "../../score/score.js";

/** A veto weighs more than any missing point. */
const vetoStep = 50;

/**
 * The distance of an evaluation from a verdict, in points times the forms' factors; 0 exactly if it is that verdict.
 */
export function verdictDistance(forms: VerdictForms, found: Evaluation, verdict: Verdict): number {
  if (found.verdict === verdict) return 0;
  const stateful = found.live + found.kept;
  const total = stateful + found.stateless;
  if (verdict === "undecided") return total - forms.minimumEvidence + 1;
  const need = forms.needStateful * stateful - forms.needStateless * found.stateless;
  const bound = forms.boundLive * found.live - forms.boundKept * found.kept;
  const lacking = Math.max(0, forms.minimumEvidence - total);
  const needed = Math.max(0, -need);
  const notNeeded = Math.max(0, need + 1);
  const veto = (forbidden: boolean, wanted: boolean): number => (forbidden === wanted ? 0 : vetoStep);
  switch (verdict) {
    case "stateless":
      return Math.max(1, lacking + notNeeded + veto(found.forbidsStateless, false));
    case "stateful":
      return Math.max(1, lacking + needed + Math.max(0, -bound) + veto(found.forbidsStateful, false));
    case "hybrid":
      return Math.max(
        1,
        lacking +
          Math.min(
            notNeeded + veto(found.forbidsStateless, true),
            needed + veto(found.forbidsStateful, true),
            needed + Math.max(0, bound + 1),
          ),
      );
    default:
      return verdict satisfies never;
  }
}

/** The distance of a concern's scores from a kind of evidence, in points; 0 exactly if they are of that kind. */
export function evidenceDistance({ live, kept, stateful }: Scores, evidence: Evidence): number {
  switch (evidence) {
    case "none":
      return stateful;
    case "live":
      return Math.max(0, kept - live) + (stateful === 0 ? 1 : 0);
    case "kept":
      return Math.max(0, live - kept + 1);
    default:
      return evidence satisfies never;
  }
}
