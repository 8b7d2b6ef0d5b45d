import type { Recommendation, Report } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { columnsOf, tableRow, widest } from "../layout.js";
import { ratio } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { shortTitles } from "../wording/surface-title.js";
import { gradeRoles } from "../words.js";

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
