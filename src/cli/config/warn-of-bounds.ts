import { checkSurface } from "../../engine/check/check-surface.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import type { Surface } from "../../engine/model/answers.js";
import type { CheckTerms, FindingKind } from "../../engine/model/check.js";
import type { Recommendation } from "../../engine/model/recommendation.js";
import { findingSentence } from "../../engine/report/check/finding-words.js";
import type { Host } from "../host.js";
import type { LoadedConfig } from "./load-config.js";

/**
 * Says on standard error that a deviation just recorded is beyond the bounds of the config, so that `check` fails it.
 * What else a check asks for is not up to who records a decision.
 * @param pack identity of the pack that recommended
 */
export function warnOfBounds(
  decided: Surface,
  recommendation: Recommendation,
  pack: string,
  { config, today }: { readonly config: LoadedConfig | null; readonly today: string },
  { stderr }: Pick<Host, "stderr">,
): void {
  if (config === null) return;
  const checked = checkSurface(decided, recommendation, pack, boundsOf(config, today));
  for (const finding of checked.findings.filter(({ kind }) => boundKinds.includes(kind))) {
    const sentence = findingSentence(finding, checked);
    stderr.write(`${printable(`warning: by ${config.file}, \`check\` fails this: ${sentence}`)}\n`);
  }
}

const boundKinds: readonly FindingKind[] = [
  "deviation-not-allowed",
  "deviation-too-long",
  "deviation-reason-too-short",
];

function boundsOf({ values }: LoadedConfig, today: string): CheckTerms {
  return {
    requireDecision: false,
    requireConfirmed: false,
    leastGrade: null,
    noClashes: false,
    noDeviations: values["no-deviations"] ?? false,
    maxDeviation: values["max-deviation"] ?? null,
    minReason: values["min-reason"] ?? null,
    noOverdueReviews: false,
    soon: 0,
    today,
  };
}
