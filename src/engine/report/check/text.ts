import { joinedLines } from "../../diagnostics/plain-text.js";
import { type CheckedSurface, type CheckFinding, findingLevels } from "../../model/check.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines, spaced } from "../layout.js";
import { plural } from "../numbers.js";
import { gradeRoles, surfaceTitle } from "../wording/titles.js";
import {
  type CheckFormat,
  type CheckReport,
  type CheckStyle,
  missing,
  placeOf,
  tally,
} from "./check-report.js";
import { findingSentence, objectionSentences, remedyOf } from "./finding-words.js";

/** A check for people at a terminal or in a build log: failures stand out, and every finding names its place. */
export const textCheck: CheckFormat = (report, style) => {
  const surfaces = report.surfaces.map((checked) => surfaceLines(checked, style));
  const quiet = report.surfaces.every(({ findings }) => findings.length === 0);
  const body = quiet ? [surfaces.flat()] : surfaces;
  return joinedLines(spaced([...body, closing(report, style)]));
};

const hang = 6;

function surfaceLines(checked: CheckedSurface, style: CheckStyle): Lines {
  const mark = checked.passes ? as("good", "pass") : as("bad", "FAIL");
  const heading: readonly Inline[] = [as("bold", surfaceTitle(checked)), ": ", ...comparison(checked)];
  return [
    ...block(style, heading, { indent: 0, mark: [mark], hang }),
    ...checked.findings.flatMap((finding) => findingLines(finding, checked, style)),
  ];
}

function comparison({ verdict, grade, decision }: CheckedSurface): readonly Inline[] {
  const graded: readonly Inline[] = grade === null ? [] : [" (", as(gradeRoles[grade], grade), ")"];
  const decided: readonly Inline[] =
    decision === null ? ["no decision recorded"] : ["decided ", as(decision.style, decision.style)];
  const recommended = verdict === "undecided" ? "" : "recommended ";
  return [recommended, as(verdict, verdict), ...graded, ", ", ...decided];
}

function findingLines(finding: CheckFinding, checked: CheckedSurface, style: CheckStyle): Lines {
  const level = findingLevels[finding.kind];
  const { file, line, column } = placeOf(finding, checked);
  const { sentences, more } = objectionSentences(finding);
  return [
    ...block(
      style,
      [
        as("dim", `${file}:${line}:${column}: `),
        as(level === "error" ? "bad" : "caution", level),
        as("dim", ` ${finding.kind}`),
      ],
      { indent: hang },
    ),
    ...block(style, [findingSentence(finding, checked)], { indent: hang + 2 }),
    ...sentences.flatMap((sentence) => block(style, [sentence], { indent: hang + 2, mark: ["-"] })),
    ...(more === 0 ? [] : block(style, [as("dim", `… and ${more} more`)], { indent: hang + 4 })),
    ...(level === "note" ? [] : block(style, [remedyOf(finding)], { indent: hang + 2, mark: ["→"] })),
  ];
}

function closing(report: CheckReport, style: CheckStyle): Lines {
  const { passed, failed, invalidFiles, withoutDecision } = tally(report);
  const counted = `${plural(passed + failed, "surface")}: ${passed} ${passed === 1 ? "passes" : "pass"}, ${failed} ${failed === 1 ? "fails" : "fail"}`;
  const invalid = invalidFiles === 0 ? "" : `; ${plural(invalidFiles, "file")} could not be checked`;
  const { tool, pack, today } = report;
  const origin = `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest}) · ${today}`;
  return [
    ...block(
      style,
      [as(failed + invalidFiles === 0 ? "good" : "bad", `${counted}${missing(withoutDecision)}${invalid}.`)],
      {
        indent: 0,
      },
    ),
    ...block(style, [as("dim", origin)], { indent: 0 }),
  ];
}
