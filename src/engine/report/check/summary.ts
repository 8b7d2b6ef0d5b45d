import { printable } from "../../diagnostics/printable.js";
import { wordingOf } from "../../diagnostics/wording.js";
import { findingLevels } from "../../model/check.js";
import { escapeMarkdown } from "../markdown/escape.js";
import { plural } from "../numbers.js";
import { type CheckFormat, invalidByPlace, tally } from "./check-report.js";
import { findingFacts, findingParagraph } from "./finding-words.js";

/**
 * Room for the table, and as much for the list, in UTF-16 units of up to 3 bytes: GitHub shows nothing at all of a page
 * of more than 1 MiB.
 */
const room = 150_000;

/**
 * The gate as Markdown, for the page of a workflow run: a table of the surfaces, then every finding, each as far as there
 * is room.
 */
export const summary: CheckFormat = (report, style) => {
  const { passed, failed, invalidFiles } = tally(report);
  const rows = report.surfaces.map(({ service, surface, verdict, grade, decision, passes }) =>
    row([
      passes ? "pass" : "**fail**",
      cell(`${service} / ${surface}`),
      grade === null ? verdict : `${verdict} (${grade})`,
      decision === null ? "none" : decision.style,
    ]),
  );
  const findings = report.surfaces.flatMap((checked) =>
    checked.findings.map((finding) => {
      const { file, line } = checked.at;
      const head = `${findingLevels[finding.kind]}: ${findingFacts[finding.kind].title}`;
      const place = cell(`${style.path(file)}:${line}`);
      return `- **${head}** (${cell(`${checked.service} / ${checked.surface}`)}, ${place}): ${cell(findingParagraph(finding, checked))} ${findingFacts[finding.kind].remedy}`;
    }),
  );
  const invalid = invalidByPlace(report).map((problem) => {
    const place = problem.at === null ? "" : `:${problem.at.line}`;
    return `- **error: Invalid input** (${cell(style.path(problem.file) + place)}): ${cell(wordingOf(problem).message)}`;
  });
  const table =
    rows.length === 0
      ? []
      : [
          row(["", "surface", "recommended", "decided"]),
          row(["---", "---", "---", "---"]),
          ...asFarAsRoom(rows, (left) => `\n${plural(left, "more surface")} not shown.`),
          "",
        ];
  const list = asFarAsRoom(
    [...invalid, ...findings],
    (left) => `\n${plural(left, "more finding")} not shown.`,
  );
  const lines = [
    `## ${report.tool.name} check`,
    "",
    `${passed} passed, ${failed} failed, ${invalidFiles} could not be checked.`,
    "",
    ...table,
    ...(list.length === 0 ? [] : [...list, ""]),
  ];
  return `${lines.join("\n")}`;
};

/** The first lines that fit, and what is said of how many do not. */
function asFarAsRoom(lines: readonly string[], rest: (left: number) => string): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return end < 0 ? lines : [...lines.slice(0, end), rest(lines.length - end)];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const cell = (text: string): string => escapeMarkdown(printable(text.replace(/\s+/g, " ")));
