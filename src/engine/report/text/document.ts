import type { Recommendation, Report } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, columnsOf, spaced, tableRow, widest } from "../layout.js";
import { ratio } from "../numbers.js";
import type { Format, ReportStyle } from "../report-style.js";
import { citedBy, sourcesOf } from "../sources.js";
import { gradeRoles, shortTitles } from "../wording/titles.js";
import { surface } from "./surface.js";

/** A report for people at a terminal: a table when there are several surfaces, then each of them. */
export const textReport: Format = (report, style) => {
  const lines = body(report, style);
  return spaced([lines, closing(report, style, lines)])
    .concat("")
    .join("\n");
};

function body(report: Report, style: ReportStyle): readonly string[] {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  return spaced([
    summaryTable(report, style),
    ...surfaces.map((each) => surface(each, style)),
    bibliography(surfaces, style),
  ]);
}

function closing(report: Report, style: ReportStyle, lines: readonly string[]): readonly string[] {
  const more = isShortened(report, style, lines)
    ? ["Only what weighs most is listed: --verbose or --format json gives all of it."]
    : [];
  return [...more, origin(report)].flatMap((line) => block(style, [as("dim", line)], { indent: 0 }));
}

/** Whether full detail would say more. Mostly it would say the sources, which is told without drawing all of it. */
function isShortened(report: Report, style: ReportStyle, lines: readonly string[]): boolean {
  if (style.detail === "full") return false;
  const full: ReportStyle = { ...style, detail: "full" };
  const surfaces = report.services.flatMap((service) => service.surfaces);
  return hasBibliography(surfaces) || body(report, full).join("\n") !== lines.join("\n");
}

function origin({ tool, pack }: Report): string {
  return `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
}

const columns = [
  { title: "verdict", width: 9 },
  { title: "grade", width: 7 },
  { title: "balance", width: 7 },
] as const;
const gap = 2;
const fixed = columns.reduce((sum, { width }) => sum + gap + width, 0);

/** One row a surface; nothing for a report of one. */
export function summaryTable(report: Report, style: ReportStyle): readonly string[] {
  const surfaces = report.services.flatMap((service) => service.surfaces);
  if (surfaces.length < 2) return [];
  const names = shortTitles(surfaces);
  const longest = widest(style, names, "surface".length);
  const width = Math.min(longest, columnsOf(style) - fixed);
  const row = (first: Inline, cells: readonly Inline[]): readonly string[] =>
    tableRow(
      style,
      first,
      width,
      columns.map((column, at) => ({ content: cells[at] ?? "", width: column.width })),
    );
  return [
    ...row(
      as("heading", "surface"),
      columns.map(({ title }) => as("heading", title)),
    ),
    ...surfaces.flatMap((from, at) => row(names[at] ?? "", cells(from))),
  ];
}

function cells({ verdict, analysis, scores, balance, settings }: Recommendation): readonly Inline[] {
  const grade = analysis?.grade ?? null;
  const value = { part: scores.stateful - scores.stateless, of: scores.stateful + scores.stateless };
  return [
    as(verdict, verdict),
    grade === null ? "–" : as(gradeRoles[grade], grade),
    balance === null ? "–" : ratio(value, settings.needBoundaryPercent, true),
  ];
}

/** Whether full detail lists any source: whether `sourcesOf` finds one with a title, without gathering all of them. */
export function hasBibliography(surfaces: readonly Recommendation[]): boolean {
  return surfaces.some((from) => citedBy(from).some(({ id }) => (from.titles.get(id) ?? "") !== ""));
}

/** In full detail: what the bracketed ids stand for, in alphabetical order. */
export function bibliography(surfaces: readonly Recommendation[], style: ReportStyle): readonly string[] {
  if (style.detail === "normal") return [];
  const lines = sourcesOf(surfaces)
    .filter(({ title }) => title !== "")
    .flatMap(({ id, title, url }) =>
      block(style, [as("bold", id), `: ${title}${url === null ? "" : ` ${url}`}`], { mark: ["•"] }),
    );
  if (lines.length === 0) return [];
  return [...block(style, [as("heading", "Sources")], { indent: 0 }), "", ...lines];
}
