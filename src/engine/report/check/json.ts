import { jsonText } from "../../diagnostics/plain-text.js";
import type { CheckedSurface, CheckFinding } from "../../model/check.js";
import { findingLevels } from "../../model/check.js";
import { decisionJson, driftJson } from "../json/decision.js";
import { problemJson } from "../json/problem.js";
import { type CheckFormat, invalidByPlace, tally } from "./check-report.js";
import { findingSentence } from "./finding-words.js";

/** The most problems of files that are listed. */
const invalidLimit = 5000;

/** A check as JSON, version 2 of its shape, keys in a fixed order. Of too many problems of files the first are listed. */
export const jsonCheck: CheckFormat = (report, style) => {
  const { passed, failed, invalidFiles, withoutDecision } = tally(report);
  const { tool, pack } = report;
  return jsonText(
    {
      version: 2,
      tool: { name: tool.name, version: tool.version },
      pack: { name: pack.name, version: pack.version, digest: pack.digest },
      today: report.today,
      passes: failed + invalidFiles === 0,
      passed,
      failed,
      invalidFiles,
      withoutDecision,
      surfaces: report.surfaces.map(surfaceJson),
      invalid: invalidByPlace(report).slice(0, invalidLimit).map(problemJson),
      invalidLeftOut: Math.max(0, report.invalid.length - invalidLimit),
    },
    style,
  );
};

/** One surface in that shape. */
export function surfaceJson(checked: CheckedSurface): object {
  const { decision } = checked;
  const { file, line, column } = checked.at;
  return {
    service: checked.service,
    surface: checked.surface,
    source: checked.source,
    at: { file, line, column },
    verdict: checked.verdict,
    grade: checked.grade,
    decision:
      decision === null ? null : { ...decisionJson(decision), pack: decision.pack, model: decision.model },
    passes: checked.passes,
    findings: checked.findings.map((finding) => ({
      kind: finding.kind,
      level: findingLevels[finding.kind],
      message: findingSentence(finding, checked),
      ...detailOf(finding),
    })),
  };
}

/** The fields of a finding besides its kind. */
function detailOf(finding: CheckFinding): object {
  if (finding.kind === "answers-changed") return { changes: driftJson(finding) };
  const { kind, ...detail } = finding;
  return detail;
}
