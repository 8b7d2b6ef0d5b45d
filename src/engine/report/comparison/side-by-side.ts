import { at } from "../../model/at.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Form } from "../../model/scores.js";
import { type Concern, concerns, verdicts } from "../../model/verdict.js";
import { gradeCell } from "../document/overview.js";
import { as, type Inline } from "../inline.js";
import { block, columnsOf, type Lines, spaced, tableRow, widest } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { gaugesOf } from "../wording/concern-words.js";
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

/** How far a verdict can be trusted, in more than its grade. */
const trustFigures: readonly Figure[] = [
  { name: "answers", of: ({ analysis }) => analysis?.trust?.answers ?? none },
  { name: "weights", of: ({ analysis }) => analysis?.trust?.weights ?? none },
  { name: "radius r", of: radiusFigure },
  { name: "can end in", of: reachedOf },
];

const figuresIn = (detail: ReportStyle["detail"]): readonly Figure[] => [
  { name: "verdict", of: ({ verdict }) => as(verdict, verdict) },
  { name: "grade", of: gradeCell },
  ...(detail === "full" ? trustFigures : []),
  { name: "clashes", of: ({ clashes }) => String(clashes.length) },
  ...concerns.flatMap((concern): readonly Figure[] => [
    { name: `${concern} kept`, of: (from) => gaugeCell(from, concern, "need") },
    ...(concern === "interaction"
      ? [{ name: "interaction bound", of: (from: Recommendation) => gaugeCell(from, concern, "place") }]
      : []),
    {
      name: `${concern} state`,
      of: (from) => placeCell(from, concern),
    },
  ]),
];

function placeCell({ concerns }: Recommendation, concern: Concern): string {
  const placement = concerns.find((each) => each.concern === concern)?.placement ?? null;
  if (placement === null) return none;
  const { place, backedBy } = placement;
  return backedBy === null ? place : `${place}, backed by ${backedBy.pattern.place}`;
}

/** Whether it is kept, or bound: "yes, 3 to 1" by points for and against, "yes, given"; "as interaction" if it follows that. */
function gaugeCell(from: Recommendation, concern: Concern, form: Form): string {
  const gauge = gaugesOf(from).find((each) => each.concern === concern && each.form === form);
  if (gauge === undefined) return none;
  if (form === "need" && gauge.outcome === "bound") return "as interaction";
  const answer = gauge.outcome === (form === "need" ? "elsewhere" : "bound") ? "yes" : "no";
  if (gauge.byPoints) return `${answer}, ${gauge.points.for} to ${gauge.points.against}`;
  return gauge.isGiven ? `${answer}, given` : answer;
}

/** The rows of every comparison: verdict, figures and placement, with one column per side. In full, all of trust. */
export function figureTable(sides: readonly Side[], style: ReportStyle): Lines {
  return table(
    sides.map(({ title }) => title),
    figuresIn(style.detail).map(({ name, of }) => ({ name, cells: sides.map(({ from }) => of(from)) })),
    style,
  );
}

/** How to get the rest; nothing where it is all there. */
export const moreInFull = (style: ReportStyle): Lines =>
  style.detail === "full"
    ? []
    : block(style, [as("dim", "For all figures and advice, add --details.")], { indent: 0 });

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
  const widths = titles.map((title, index) =>
    widest(style, [title, ...rows.map(({ cells }) => at(cells, index))], leastCell),
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
        const shown = beside.map((width, index) => ({ content: at(cells, start + index), width }));
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

function reachedOf({ analysis }: Recommendation): string {
  if (analysis === null) return none;
  return verdicts.filter((verdict) => analysis.reach[verdict] > 0n).join(", ");
}
