import { type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Section, SurfaceDocument } from "../document/blocks.js";
import { reportDocument } from "../document/document.js";
import type { Format } from "../report-style.js";
import { heading, type Lines, paragraph, stacked } from "./blocks.js";
import { drawBlocks, drawSections, type Page } from "./draw.js";
import { type MarkdownWriter, markdownWriter } from "./writer.js";

/**
 * A section to paste into a document or a comment on a change: what one needs of each surface, the rest folded. In full
 * detail everything is unfolded instead, with a list of the sources.
 */
export const markdownReport: Format = (report, style) => {
  const writer = markdownWriter(style);
  const { md, code } = writer;
  const { title, overview, surfaces, sources, closing } = reportDocument(report);
  const blank: Page = { writer, titles: new Map(), urls: new Map(), told: new Set() };
  const isOne = surfaces.length === 1;
  const drawn = surfaces.map((each) => drawSurface(each, isOne ? 3 : 4, writer));
  const without = (left: readonly string[]): Escaped =>
    joinedLines(
      stacked([
        heading(2, md`${title}`),
        drawBlocks(overview, blank),
        ...drawn.flatMap(({ first, rest, name }) => [
          isOne ? [] : heading(3, md`${name}`),
          first,
          folded(
            rest.flatMap(({ id, lines }) => (left.includes(id) ? [] : [lines])),
            writer,
          ),
        ]),
        style.detail === "full" ? drawSections(sources, 3, blank) : [],
        left.length === 0
          ? []
          : paragraph(md`Not everything fits into a comment; ${code("--details")} says it all.`),
        drawBlocks(closing, blank),
      ]),
    );
  const whole = without([]);
  if (style.detail === "full" || whole.length <= room) return whole;
  const all = drawn.flatMap(({ rest }) => rest.map(({ id }) => id));
  return leftOut.map(without).find(({ length }) => length <= room) ?? without(all);
};

/** Characters that GitHub takes as a comment. */
const room = 65_536;

/** Sections that the folded part does without if the whole is too long, until it fits; last, all of them. */
const leftOut = [
  ["implied", "answers"],
  ["implied", "answers", "operation"],
] as const;

interface DrawnSurface {
  readonly name: string;
  readonly first: Lines;
  /** What is folded, by section; nothing in full detail, where it comes first. */
  readonly rest: readonly { readonly id: string; readonly lines: Lines }[];
}

function drawSurface(from: SurfaceDocument, level: number, writer: MarkdownWriter): DrawnSurface {
  const { title: name, titles, urls, rest } = from;
  const page: Page = { writer, titles, urls, told: new Set() };
  const isClash = ({ id }: Section): boolean => id === "clashes";
  const verdict = stacked([headline(from, writer), drawBlocks(from.decision, page)]);
  if (writer.style.detail === "full") {
    const clashes = drawSections(rest.filter(isClash), level, page);
    const others = drawSections(
      rest.filter((each) => !isClash(each)),
      level,
      page,
    );
    return { name, first: stacked([clashes, verdict, others]), rest: [] };
  }
  const clashes = drawSections(from.clashes, level, page);
  return {
    name,
    first: stacked([clashes, verdict, drawSections(from.first, level, page)]),
    rest: rest.map((each) => ({ id: each.id, lines: drawSections([each], level + 1, page) })),
  };
}

function headline({ verdict, statement, grade, answered }: SurfaceDocument, { md }: MarkdownWriter): Lines {
  const graded = grade === null ? md`` : md`grade **${grade}**, `;
  return paragraph(md`**${verdict.toUpperCase()}: ${statement}** (${graded}${answered})`);
}

/** Folded where HTML is shown; the empty lines let what is inside be Markdown. */
function folded(sections: readonly Lines[], { md }: MarkdownWriter): Lines {
  if (sections.length === 0) return [];
  const summary = md`<summary>In full: reasons, costs, operation and trust, with rules and sources</summary>`;
  return stacked([[md`<details>`.text, summary.text], ...sections, [md`</details>`.text]]);
}
