import { printable } from "../../diagnostics/plain-text.js";
import { frame } from "../../diagnostics/render-problem.js";
import { as, type Inline } from "../../report/inline.js";
import { block, paint } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { answerWords } from "../witness/witness-file.js";
import { countsOf, type LintFinding, type LintSeverity } from "./finding.js";
import { findingWording } from "./finding-wordings.js";
import type { LintResult } from "./lint.js";

const roles = { error: "bad", warning: "caution", information: "dim" } as const satisfies Record<
  LintSeverity,
  string
>;

/** The findings as a compiler prints them, each with its line and example answers, then their count. */
export function lintText({ pack, findings }: LintResult, style: ReportStyle): string {
  const counts = countsOf(findings);
  const found = [
    plural(counts.error, "error"),
    plural(counts.warning, "warning"),
    `${counts.information} informational`,
  ].join(", ");
  const subject =
    pack === null
      ? "The pack does not load"
      : `Rule pack ${pack.source.name} ${pack.source.version}, ${sizeOf(pack)}`;
  const closing = block(style, [`${subject}: ${found}.`], { indent: 0 });
  const lines = findings.flatMap((finding) => [...findingLines(finding, style), ""]);
  return `${[...lines, ...closing].join("\n")}\n`;
}

function sizeOf({ source: pack }: NonNullable<LintResult["pack"]>): string {
  return [
    plural(pack.questions.length, "question"),
    plural(pack.rules.length, "rule"),
    plural(pack.placements.length, "placement"),
  ].join(", ");
}

/** The first line is not wrapped, so that editors and terminals can link to the place. */
function findingLines(finding: LintFinding, style: ReportStyle): readonly string[] {
  const { message, expected } = findingWording(finding);
  const place =
    finding.at === null ? finding.file : `${finding.at.file}:${finding.at.line}:${finding.at.column}`;
  const head: readonly Inline[] = [
    `${printable(place)}: `,
    as(roles[finding.severity], finding.severity),
    `: ${printable(message)} [${finding.code}]`,
  ];
  return [
    paint(style, head),
    ...(finding.at === null ? [] : frame(finding.at).map((line) => line.trimEnd())),
    ...(expected === null ? [] : block(style, [`expected ${expected}`])),
    ...(finding.witness === null || finding.witness.size === 0
      ? []
      : block(style, [`for example ${answerWords(finding.witness)}`])),
  ];
}
