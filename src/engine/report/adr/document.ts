import { asEscaped, type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report } from "../../model/recommendation.js";
import { idPart } from "../checklist/item.js";
import { cleaned } from "../inline.js";
import { heading, type Lines, list, paragraph, section, stacked } from "../markdown/blocks.js";
import { type MarkdownWriter, markdownWriter } from "../markdown/writer.js";
import type { Format, ReportStyle } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { clashes } from "./clashes.js";
import { moreInformation } from "./more-information.js";
import { confirmation, consequences, outcome } from "./outcome.js";
import { considered, drivers, problem } from "./problem.js";
import { prosAndCons } from "./pros-and-cons.js";
import { linkTo, statusOf } from "./status.js";
import { recordTitle } from "./title.js";

/**
 * One architecture decision record per surface, by the template of MADR 4.0 (Markdown Architectural Decision Records).
 * Several records are separated by a comment that names the next, so that each can be cut out and saved on its own;
 * these have their metadata in the text.
 */
export const adr: Format = (report, style) => {
  const writer = markdownWriter(style, "*");
  const [only, ...more] = surfacesOf(report);
  if (only !== undefined && more.length === 0) return decisionRecord(only, report, style);
  const records = surfacesOf(report).map((from, at) => [
    at === 0 ? [] : paragraph(writer.comment(`next record: ${idPart(from.service)}/${idPart(from.surface)}`)),
    ...recordOf(from, report, writer, statusLines(from, writer)),
  ]);
  return joinedLines(stacked(records.flat()));
};

/** What a record says of itself besides the decision. */
export interface RecordFacts {
  /** YYYY-MM-DD; null leaves it out. */
  readonly date?: string | null;
  /** The name of the file of the record that this one supersedes, in the same folder. */
  readonly supersedes?: string | null;
}

/** The record of one surface as a document of its own, with front matter. */
export function decisionRecord(
  from: Recommendation,
  report: Report,
  style: ReportStyle,
  { date = null, supersedes = null }: RecordFacts = {},
): Escaped {
  const writer = markdownWriter(style, "*");
  const replaced = supersedes === null ? [] : paragraph(writer.md`Supersedes ${linkTo(supersedes, writer)}.`);
  return joinedLines(stacked([frontMatter(from, date, writer), ...recordOf(from, report, writer, replaced)]));
}

function recordOf(
  from: Recommendation,
  report: Report,
  writer: MarkdownWriter,
  belowTitle: Lines,
): readonly Lines[] {
  const { md } = writer;
  return [
    heading(1, md`${recordTitle(from)}`),
    belowTitle,
    section(2, md`Context and Problem Statement`, [clashes(from, writer), problem(from, writer)]),
    section(2, md`Decision Drivers`, [drivers(from, writer)]),
    section(2, md`Considered Options`, [considered(writer)]),
    section(2, md`Decision Outcome`, [
      outcome(from, writer),
      section(3, md`Consequences`, [consequences(from, writer)]),
      section(3, md`Confirmation`, [confirmation(from, writer)]),
    ]),
    section(2, md`Pros and Cons of the Options`, [prosAndCons(from, writer)]),
    section(2, md`More Information`, [moreInformation(from, report, writer)]),
  ];
}

/**
 * The record's metadata, for the only record of a document. Names are quoted as JSON, which is valid YAML; `<` is
 * escaped, for Markdown readers that do not know front matter and take it for text.
 */
function frontMatter(from: Recommendation, date: string | null, { style }: MarkdownWriter): Lines {
  const by = from.decision?.by ?? null;
  const quoted = (name: string): string =>
    JSON.stringify(cleaned(style, name).trim()).replaceAll("<", "\\u003c");
  return [
    "---",
    `status: ${statusOf(from)}`,
    ...(date === null ? [] : [`date: ${date}`]),
    ...(by === null ? [] : ["decision-makers:", `  - ${quoted(by)}`]),
    "---",
  ].map(asEscaped);
}

/**
 * The same as text, for one of several records: except at the top, front matter would render as a line and a heading.
 */
function statusLines(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const by = from.decision?.by ?? null;
  return list(writer, [
    { line: md`Status: ${statusOf(from)}` },
    ...(by === null ? [] : [{ line: md`Decision-makers: ${by}` }]),
  ]);
}
