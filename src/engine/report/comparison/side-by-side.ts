import type { Recommendation } from "../../model/recommendation.js";
import { stateConcerns, verdicts } from "../../model/verdict.js";
import { as, type Inline } from "../inline.js";
import { columnsOf, type Lines, spaced, tableRow, widest } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { gradeCell } from "../text/document.js";
import { radiusFigure } from "../wording/trust-words.js";
import { balanceFigure, boundaryFigures, boundnessFigure } from "../wording/verdict-words.js";

/** One column of the table. */
export interface Side {
  readonly title: string;
  readonly from: Recommendation;
}

interface Figure {
  readonly name: string;
  readonly of: (from: Recommendation) => Inline;
}

const none = "–";

const figures: readonly Figure[] = [
  { name: "verdict", of: ({ verdict }) => as(verdict, verdict) },
  { name: "grade", of: gradeCell },
  { name: "stateful F", of: ({ scores }) => `${scores.stateful} (${scores.live} live, ${scores.kept} kept)` },
  { name: "stateless L", of: ({ scores }) => String(scores.stateless) },
  { name: "balance b", of: (from) => withBoundary(balanceFigure(from), boundaryFigures(from).need) },
  { name: "boundness h", of: (from) => withBoundary(boundnessFigure(from), boundaryFigures(from).bound) },
  { name: "radius r", of: radiusFigure },
  { name: "can end in", of: reachedOf },
  ...stateConcerns.map(
    (concern): Figure => ({
      name: `${concern} state`,
      of: ({ concerns }) => concerns.find((each) => each.concern === concern)?.placement?.place ?? none,
    }),
  ),
];

/** The rows of every comparison: verdict, figures and placement, with one column per side. */
export function figureTable(sides: readonly Side[], style: ReportStyle): Lines {
  return table(
    sides.map(({ title }) => title),
    figures.map(({ name, of }) => ({ name, cells: sides.map(({ from }) => of(from)) })),
    style,
  );
}

export interface Row {
  readonly name: Inline;
  readonly cells: readonly Inline[];
}

const gap = 2;
const leastCell = 12;

/** A table with a heading per column; columns that do not fit the page go into a table below. */
export function table(titles: readonly string[], rows: readonly Row[], style: ReportStyle): Lines {
  const longest = widest(
    style,
    rows.map(({ name }) => name),
  );
  const first = Math.min(longest, Math.floor(columnsOf(style) / 2));
  const widths = titles.map((title, at) =>
    widest(style, [title, ...rows.map(({ cells }) => cells[at] ?? "")], leastCell),
  );
  const all = [{ name: "", cells: titles.map((title) => as("heading", title)) }, ...rows];
  const parts: Lines[] = [];
  let start = 0;
  do {
    const beside = widths.slice(
      start,
      start + columnsThatFit(widths.slice(start), columnsOf(style) - first - 2),
    );
    parts.push(
      all.flatMap(({ name, cells }) => {
        const shown = beside.map((width, at) => ({ content: cells[start + at] ?? "", width }));
        return tableRow(style, name, first, shown, 2);
      }),
    );
    start += beside.length;
  } while (start < titles.length);
  return spaced(parts);
}

/** The number of columns that fit side by side; at least one. */
function columnsThatFit(widths: readonly number[], available: number): number {
  let used = 0;
  const count = widths.findIndex((width) => {
    used += gap + width;
    return used > available;
  });
  return count === -1 ? widths.length : Math.max(1, count);
}

const withBoundary = (figure: string, boundary: string): string =>
  figure === none ? none : `${figure} (from ${boundary})`;

function reachedOf({ analysis }: Recommendation): string {
  if (analysis === null) return none;
  return verdicts.filter((verdict) => analysis.reach[verdict] > 0n).join(", ");
}
