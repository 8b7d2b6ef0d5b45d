import { joinedLines } from "../../diagnostics/plain-text.js";
import { wordingOf } from "../../diagnostics/wording.js";
import { findingLevels } from "../../model/check.js";
import { heading, type Lines, list, paragraph, stacked, table } from "../markdown/blocks.js";
import { type Markdown, type MarkdownWriter, markdownWriter } from "../markdown/writer.js";
import { plural } from "../numbers.js";
import {
  type CheckFormat,
  type CheckReport,
  type CheckStyle,
  invalidByPlace,
  placeOf,
  tallyLine,
} from "./check-report.js";
import { findingFacts } from "./finding-facts.js";
import { findingParagraph, remedyOf } from "./finding-words.js";

/**
 * Room for the table, and as much for the list, in UTF-16 units of up to 3 bytes: GitHub shows nothing at all of a page
 * of more than 1 MiB.
 */
const room = 150_000;

/**
 * A check as Markdown, for the page of a workflow run: a table of the surfaces, then every finding, each cut to the
 * room available.
 */
export const summary: CheckFormat = (report, style) => {
  const writer = markdownWriter({ ...style, unicode: true });
  const { md } = writer;
  return joinedLines(
    stacked([
      heading(2, md`${report.tool.name} check`),
      paragraph(md`${tallyLine(report)}.`),
      ...asFarAsRoom(writer, surfaceTable(report, writer), "more surface", 2),
      ...asFarAsRoom(writer, list(writer, findingItems(report, style, writer)), "more finding"),
    ]),
  );
};

function surfaceTable({ surfaces }: CheckReport, { md }: MarkdownWriter): Lines {
  return table(
    [md``, md`surface`, md`recommended`, md`decided`],
    surfaces.map(({ service, surface, verdict, grade, decision, passes }) => [
      passes ? md`pass` : md`**fail**`,
      md`${service} / ${surface}`,
      grade === null ? md`${verdict}` : md`${verdict} (${grade})`,
      md`${decision === null ? "none" : decision.style}`,
    ]),
  );
}

function findingItems(
  report: CheckReport,
  style: CheckStyle,
  { md, prose }: MarkdownWriter,
): readonly { readonly line: Markdown }[] {
  const invalid = invalidByPlace(report).map((problem) => {
    const place = problem.at === null ? "" : `:${problem.at.line}`;
    const { message } = wordingOf(problem);
    return { line: md`**error: Invalid input** (${style.path(problem.file) + place}): ${message}` };
  });
  const findings = report.surfaces.flatMap((checked) =>
    checked.findings.map((finding) => {
      const { file, line } = placeOf(finding, checked);
      const { title } = findingFacts[finding.kind];
      const place = `${style.path(file)}:${line}`;
      return {
        line: md`**${findingLevels[finding.kind]}: ${title}** (${`${checked.service} / ${checked.surface}`}, ${place}): ${findingParagraph(finding, checked)} ${prose(remedyOf(finding))}`,
      };
    }),
  );
  return [...invalid, ...findings];
}

/** The first lines that fit, and the number of others; the first `head` lines do not count. */
function asFarAsRoom({ md }: MarkdownWriter, lines: Lines, noun: string, head = 0): readonly Lines[] {
  let length = 0;
  const end = lines.findIndex((line, at) => {
    if (at >= head) length += line.length + 1;
    return length > room;
  });
  if (end < 0) return [lines];
  return [lines.slice(0, end), paragraph(md`${plural(lines.length - end, noun)} not shown.`)];
}
