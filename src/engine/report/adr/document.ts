import { asEscaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report } from "../../model/recommendation.js";
import { idPart } from "../checklist/item.js";
import { cleaned } from "../inline.js";
import { heading, type Lines, list, paragraph, section, stacked } from "../markdown/blocks.js";
import { clashes } from "../markdown/verdict.js";
import { type MarkdownWriter, markdownWriter } from "../markdown/writer.js";
import type { Format } from "../report-style.js";
import { chosenOf, surfacesOf } from "../selection.js";
import { surfaceTitle } from "../wording/titles.js";
import { moreInformation } from "./more-information.js";
import { confirmation, consequences, outcome } from "./outcome.js";
import { considered, drivers, problem } from "./problem.js";
import { prosAndCons } from "./pros-and-cons.js";

/**
 * One architecture decision record per surface, by the template of MADR 4.0 (Markdown Architectural Decision Records).
 * Several records are separated by a comment that names the next, so that each can be cut out and saved on its own;
 * these have their metadata in the text.
 */
export const adr: Format = (report, style) => {
  const writer = markdownWriter(style, "*");
  const surfaces = surfacesOf(report);
  const records = surfaces.map((from, at) => [
    at === 0 ? [] : paragraph(writer.comment(`next record: ${idPart(from.service)}/${idPart(from.surface)}`)),
    surfaces.length === 1 ? frontMatter(from, writer) : [],
    ...recordOf(from, report, writer, surfaces.length > 1),
  ]);
  return joinedLines(stacked(records.flat()));
};

function recordOf(
  from: Recommendation,
  report: Report,
  writer: MarkdownWriter,
  amongOthers: boolean,
): readonly Lines[] {
  const { md } = writer;
  return [
    heading(1, md`Where ${surfaceTitle(from)} keeps its state: ${chosenOf(from) ?? "undecided"}`),
    amongOthers ? statusLines(from, writer) : [],
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

/** A decision that has lapsed is a proposal again. */
const statusOf = ({ decision, lapse }: Recommendation): "proposed" | "accepted" =>
  decision === null || lapse !== null ? "proposed" : "accepted";

/**
 * The record's metadata, for the only record of a document. It has no date: a decision is recorded without one, and a
 * report never reads the clock. Names are quoted as JSON, which is valid YAML; `<` is escaped, for Markdown readers
 * that do not know front matter and take it for text.
 */
function frontMatter(from: Recommendation, { style }: MarkdownWriter): Lines {
  const by = from.decision?.by ?? null;
  const quoted = (name: string): string =>
    JSON.stringify(cleaned(style, name).trim()).replaceAll("<", "\\u003c");
  return [
    "---",
    `status: ${statusOf(from)}`,
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
