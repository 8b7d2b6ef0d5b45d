import type { Points } from "../../model/scores.js";
import type { Figure } from "../document/blocks.js";
import { as, glue, type Inline } from "../inline.js";
import { block, columnsOf, type Lines, widthOf } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { gaugeEnds } from "../wording/concern-words.js";

/** Widest scale: odd, so that the middle has a column of its own. */
const widestScale = 31;

/** A line from all points against to all points for, with the middle (┼) and the balance (●, or ◆ on the middle). */
export function balance(
  { form, points }: Extract<Figure, { readonly kind: "balance" }>,
  style: ReportStyle,
  indent: number,
): Lines {
  const { for: right, against: left } = gaugeEnds[form];
  const room = Math.min(widestScale, columnsOf(style) - indent - 2 - widthOf(style, [left, right, "  "]));
  const columns = room % 2 === 0 ? room - 1 : room;
  const { mark, middle } = columnsOfMarks(columns, points);
  const line = Array.from({ length: columns }, (_, at) => {
    if (at === middle) return "┼";
    return at === 0 ? "├" : at === columns - 1 ? "┤" : "─";
  }).join("");
  const marked: readonly Inline[] = [
    as("dim", line.slice(0, mark)),
    as("bold", mark === middle ? "◆" : "●"),
    as("dim", line.slice(mark + 1)),
  ];
  return block(style, [left, glue, ...marked, glue, right], { indent });
}

/** Columns (from 0) of the balance and the middle: the same only if the points are equal, and never on the wrong side. */
export function columnsOfMarks(columns: number, points: Points): { mark: number; middle: number } {
  const middle = (columns - 1) / 2;
  const difference = points.for - points.against;
  const nearest = middle + Math.round((difference / (points.for + points.against)) * middle);
  if (difference === 0) return { mark: middle, middle };
  return { mark: difference > 0 ? Math.max(nearest, middle + 1) : Math.min(nearest, middle - 1), middle };
}
