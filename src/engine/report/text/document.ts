import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, columnsOf, type Lines, spaced, tableRow, titled, widest } from "../layout.js";
import type { Format, ReportStyle } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { citedBy, sourcesOf } from "../sources.js";
import { gradeRoles, withShortTitles } from "../wording/titles.js";
import { balanceFigure } from "../wording/verdict-words.js";
import { surface } from "./surface.js";

/** A report for people at a terminal: a table if there are several surfaces, then each surface. */
export const textReport: Format = (report, style) => {
  const lines = body(report, style);
  return joinedLines(spaced([lines, closing(report, style, lines)]));
};

function body(report: Report, style: ReportStyle): Lines {
  const surfaces = surfacesOf(report);
  return spaced([
    summaryTable(surfaces, style),
    ...surfaces.map((each) => surface(each, style)),
    bibliography(surfaces, style),
  ]);
}

function closing(report: Report, style: ReportStyle, lines: Lines): Lines {
  const { tool, pack } = report;
  const more = isShortened(report, style, lines)
    ? ["Only what weighs most is listed: --verbose or --format json shows everything."]
    : [];
  const origin = `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
  return [...more, origin].flatMap((line) => block(style, [as("dim", line)], { indent: 0 }));
}

/** Whether full detail would say more. Usually it would list sources, which can be seen without drawing all of it. */
function isShortened(report: Report, style: ReportStyle, lines: Lines): boolean {
  if (style.detail === "full") return false;
  const full: ReportStyle = { ...style, detail: "full" };
  return hasBibliography(surfacesOf(report)) || body(report, full).join("\n") !== lines.join("\n");
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly cell: (from: Recommendation) => Inline;
}

const columns: readonly Column[] = [
  { title: "verdict", width: 9, cell: ({ verdict }) => as(verdict, verdict) },
  { title: "grade", width: 7, cell: gradeCell },
  { title: "balance", width: 7, cell: balanceFigure },
];
const gap = 2;
const fixed = columns.reduce((sum, { width }) => sum + gap + width, 0);

/** One row per surface; empty for a report on one. */
export function summaryTable(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
  if (surfaces.length < 2) return [];
  const named = withShortTitles(surfaces);
  const longest = widest(
    style,
    named.map(([name]) => name),
    "surface".length,
  );
  const width = Math.min(longest, columnsOf(style) - fixed);
  const row = (first: Inline, cell: (column: Column) => Inline): Lines =>
    tableRow(
      style,
      first,
      width,
      columns.map((column) => ({ content: cell(column), width: column.width })),
    );
  return [
    ...row(as("heading", "surface"), ({ title }) => as("heading", title)),
    ...named.flatMap(([name, from]) => row(name, ({ cell }) => cell(from))),
  ];
}

/** The grade in its colour; a dash without one. */
export function gradeCell({ analysis }: Recommendation): Inline {
  const grade = analysis?.grade ?? null;
  return grade === null ? "–" : as(gradeRoles[grade], grade);
}

/** Whether full detail lists any source: whether `sourcesOf` finds one with a title, without gathering all of them. */
export function hasBibliography(surfaces: readonly Recommendation[]): boolean {
  return surfaces.some((from) => citedBy(from).some(({ id }) => Boolean(from.titles.get(id))));
}

/** In full detail: the sources behind the bracketed ids, in alphabetical order. */
export function bibliography(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
  if (style.detail === "normal") return [];
  const lines = sourcesOf(surfaces)
    .filter(({ title }) => title !== "")
    .flatMap(({ id, title, url }) =>
      block(style, [as("bold", id), `: ${title}${url === null ? "" : ` ${url}`}`], { mark: ["•"] }),
    );
  return titled(style, "Sources", lines);
}
