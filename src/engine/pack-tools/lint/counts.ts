import type { FindingSeverity, LintFinding } from "./finding.js";

/** How many findings there are of each severity. */
export function countsOf(findings: readonly LintFinding[]): Readonly<Record<FindingSeverity, number>> {
  const count = (severity: FindingSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), information: count("information") };
}
