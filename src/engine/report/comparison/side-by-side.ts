import type { Recommendation } from "../../model/recommendation.js";
import { stateConcerns } from "../../model/verdict.js";
import { as, type Inline } from "../inline.js";
import { columnsOf, tableRow, widest } from "../layout.js";
import { hundredths, ratio } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { gradeRoles } from "../wording/titles.js";
import { radiusFigure } from "../wording/trust-words.js";

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
  { name: "grade", of: gradeOf },
  { name: "stateful F", of: ({ scores }) => `${scores.stateful} (${scores.live} live, ${scores.kept} kept)` },
  { name: "stateless L", of: ({ scores }) => String(scores.stateless) },
  { name: "balance b", of: balanceOf },
  { name: "boundness h", of: boundnessOf },
  { name: "radius r", of: radiusFigure },
  { name: "can end in", of: reachedOf },
  ...stateConcerns.map(
    (concern): Figure => ({
      name: `${concern} state`,
      of: ({ concerns }) => concerns.find((each) => each.concern === concern)?.placement?.place ?? none,
    }),
  ),
];

/** What every comparison sets side by side: verdict, figures and placement, a column a side. */
export function figureTable(sides: readonly Side[], style: ReportStyle): readonly string[] {
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

/** A table with a heading a column; where it is wider than the page, columns go on in a table below. */
export function table(
  titles: readonly string[],
  rows: readonly Row[],
  style: ReportStyle,
): readonly string[] {
  const longest = widest(
    style,
    rows.map(({ name }) => name),
  );
  const first = Math.min(longest, Math.floor(columnsOf(style) / 2));
  const widths = titles.map((title, at) =>
    widest(style, [title, ...rows.map(({ cells }) => cells[at] ?? "")], leastCell),
  );
  const all = [{ name: "", cells: titles.map((title) => as("heading", title)) }, ...rows];
  const lines: string[] = [];
  let start = 0;
  do {
    const end = start + columnsThatFit(widths.slice(start), columnsOf(style) - first - 2);
    if (start > 0) lines.push("");
    for (const { name, cells } of all) {
      const shown = cells
        .slice(start, end)
        .map((content, at) => ({ content, width: widths[start + at] ?? leastCell }));
      for (const line of tableRow(style, name, first, shown)) lines.push(`  ${line}`.trimEnd());
    }
    start = end;
  } while (start < titles.length);
  return lines;
}

/** How many columns stand beside each other; at least one. */
function columnsThatFit(widths: readonly number[], available: number): number {
  let used = 0;
  const count = widths.findIndex((width) => {
    used += gap + width;
    return used > available;
  });
  return count === -1 ? widths.length : Math.max(1, count);
}

function gradeOf({ analysis }: Recommendation): Inline {
  const grade = analysis?.grade ?? null;
  return grade === null ? none : as(gradeRoles[grade], grade);
}

function balanceOf({ balance, scores, settings }: Recommendation): string {
  if (balance === null) return none;
  const value = { part: scores.stateful - scores.stateless, of: scores.stateful + scores.stateless };
  return `${ratio(value, settings.needBoundaryPercent, true)} (from ${hundredths(settings.needBoundaryPercent)})`;
}

function boundnessOf({ boundness, scores, settings }: Recommendation): string {
  if (boundness === null) return none;
  const value = ratio({ part: scores.live, of: scores.stateful }, settings.boundBoundaryPercent);
  return `${value} (from ${hundredths(settings.boundBoundaryPercent)})`;
}

function reachedOf({ analysis }: Recommendation): string {
  if (analysis === null) return none;
  const reached = (["stateless", "stateful", "hybrid", "undecided"] as const).filter(
    (verdict) => analysis.reach[verdict] > 0n,
  );
  return reached.join(", ");
}
