import { type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { ReportDocument, Section, SurfaceDocument } from "../document/blocks.js";
import { reportDocument } from "../document/document.js";
import type { Format } from "../report-style.js";
import { sourcesOf } from "../sources.js";
import { heading, type Lines, list, paragraph, stacked } from "./blocks.js";
import { drawBlocks, drawSections, type Page } from "./draw.js";
import { type MarkdownWriter, markdownWriter } from "./writer.js";

/**
 * A section to paste into a document or a comment on a change: what one needs of each surface, the rest folded. In full
 * detail everything is unfolded instead, with a list of the sources.
 */
export const markdownReport: Format = (report, style) => {
  const writer = markdownWriter(style);
  const document = reportDocument(report);
  const drawn = (without: readonly string[] | "rest"): Escaped =>
    joinedLines(lines(document, writer, without));
  if (style.detail === "full") return drawn([]);
  return leftOut.map(drawn).find(({ length }) => length <= room) ?? drawn("rest");
};

/** Characters that GitHub takes as a comment. */
const room = 65_536;

/** Sections that the folded part does without if the whole is too long, until it fits; last, the folded part itself. */
const leftOut = [[], ["implied", "answers"], ["implied", "answers", "operation"]] as const;

function lines(
  { title, overview, surfaces, sources, closing }: ReportDocument,
  writer: MarkdownWriter,
  without: readonly string[] | "rest",
): Lines {
  const { md, code, style } = writer;
  const blank: Page = { writer, titles: new Map(), urls: new Map(), told: new Set() };
  const isTold = ({ id }: Section): boolean => without !== "rest" && !without.includes(id);
  const isOne = surfaces.length === 1;
  const cut =
    without.length === 0
      ? []
      : paragraph(md`Not everything fits into a comment; ${code("--details")} says it all.`);
  return stacked([
    heading(2, md`${title}`),
    drawBlocks(overview, blank),
    ...surfaces.flatMap((each) => [
      isOne ? [] : heading(3, md`${each.title}`),
      surface(each, each.rest.filter(isTold), isOne ? 3 : 4, writer),
    ]),
    style.detail === "full" ? drawSections(sources, 3, blank) : [],
    cut,
    drawBlocks(closing, blank),
  ]);
}

function surface(
  from: SurfaceDocument,
  rest: readonly Section[],
  level: number,
  writer: MarkdownWriter,
): Lines {
  const { titles, urls } = from;
  const page: Page = { writer, titles, urls, told: new Set() };
  const isFull = writer.style.detail === "full";
  const isClash = ({ id }: Section): boolean => id === "clashes";
  return stacked([
    drawSections(isFull ? rest.filter(isClash) : from.clashes, level, page),
    headline(from, writer),
    drawBlocks(from.decision, page),
    ...(isFull
      ? [
          drawSections(
            rest.filter((each) => !isClash(each)),
            level,
            page,
          ),
        ]
      : [drawSections(from.first, level, page), folded(drawSections(rest, level + 1, page), writer)]),
  ]);
}

function headline({ verdict, statement, grade, answered }: SurfaceDocument, { md }: MarkdownWriter): Lines {
  const graded = grade === null ? md`` : md`grade **${grade}**, `;
  return paragraph(md`**${verdict.toUpperCase()}: ${statement}** (${graded}${answered})`);
}

/** Folded where HTML is shown; the empty lines let what is inside be Markdown. */
function folded(lines: Lines, { md }: MarkdownWriter): Lines {
  if (lines.length === 0) return [];
  const summary = md`<summary>In full: reasons, costs, operation and trust, with rules and sources</summary>`;
  return stacked([[md`<details>`.text, summary.text], lines, [md`</details>`.text]]);
}

/** Every source by id and title. */
export function sourceList(surfaces: readonly Recommendation[], writer: MarkdownWriter): Lines {
  const { md, code, link } = writer;
  return list(
    writer,
    sourcesOf(surfaces).map(({ id, title, url }) => ({ line: md`${code(id)}: ${link(title, url)}` })),
  );
}
