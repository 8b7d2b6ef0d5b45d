import { jsonText } from "../../diagnostics/plain-text.js";
import type { ReportStyle } from "../../report/report-style.js";
import { plainAnswers } from "../witness/answers-of-term.js";
import type { LintFinding } from "./finding.js";
import { countsOf } from "./finding.js";
import { findingWording } from "./finding-wordings.js";
import type { LintResult } from "./lint.js";

/** The findings for programs (version 1); null for an unknown place. */
export function lintJson({ pack, findings }: LintResult, style: Pick<ReportStyle, "unicode">): string {
  const header = pack === null ? null : { name: pack.source.name, version: pack.source.version };
  return jsonText(
    { version: 1, pack: header, counts: countsOf(findings), findings: findings.map(jsonFinding) },
    style,
  );
}

function jsonFinding(finding: LintFinding) {
  const { message, expected } = findingWording(finding);
  return {
    code: finding.code,
    severity: finding.severity,
    file: finding.file,
    line: finding.at?.line ?? null,
    column: finding.at?.column ?? null,
    message,
    expected,
    witness: finding.witness === null ? null : plainAnswers(finding.witness),
  };
}
