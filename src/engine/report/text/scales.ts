import type { Recommendation } from "../../model/recommendation.js";
import { as, glue, type Inline } from "../inline.js";
import { block, columnsOf, type Lines, spaced, widthOf } from "../layout.js";
import type { Ratio } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import {
  balanceFigure,
  balanceOf,
  boundaryFigures,
  boundnessFigure,
  boundnessOf,
} from "../wording/verdict-words.js";

/** The two questions of the decision model as scales, with the points that they come from. */
export function scales(from: Recommendation, style: ReportStyle): Lines {
  const { live, kept, stateful, stateless } = from.scores;
  if (stateful + stateless === 0) return [];
  const { needBoundaryPercent: need, boundBoundaryPercent: bound } = from.settings;
  const boundaries = boundaryFigures(from);
  return spaced([
    [
      ...block(style, [as("bold", "Is state needed?")]),
      ...scale(
        style,
        as("stateless", "stateless"),
        as("stateful", "stateful"),
        balanceOf(from.scores),
        need,
        -1,
      ),
      ...block(style, [
        `F${glue}=${glue}${stateful} stateful, L${glue}=${glue}${stateless} stateless: `,
        `b${glue}=${glue}(F${glue}−${glue}L)${glue}/${glue}(F${glue}+${glue}L)${glue}=${glue}`,
        as("bold", balanceFigure(from)),
        `, needed from ${boundaries.need}`,
      ]),
    ],
    stateful === 0
      ? []
      : [
          ...block(style, [as("bold", "Must it live with the connection?")]),
          ...scale(style, "elsewhere", "connection", boundnessOf(from.scores), bound, 0),
          ...block(style, [
            `N${glue}=${glue}${live} live, K${glue}=${glue}${kept} kept: `,
            `h${glue}=${glue}N${glue}/${glue}F${glue}=${glue}`,
            as("bold", boundnessFigure(from)),
            `, with the connection from ${boundaries.bound}`,
          ]),
        ],
  ]);
}

/** Widest bar: odd, so that the middle of the scale has a column of its own. */
const widestBar = 41;

/** A line from `least` to 1 with the boundary (┼) and the value (●, or ◆ if it is on the boundary). */
function scale(
  style: ReportStyle,
  left: Inline,
  right: Inline,
  value: Ratio,
  boundaryPercent: number,
  least: -1 | 0,
): Lines {
  const taken = 2 + widthOf(style, [left, " ", " ", right]);
  const room = Math.min(widestBar, columnsOf(style) - taken);
  const columns = room % 2 === 0 ? room - 1 : room;
  const { mark, tick } = columnsOfMarks(columns, value, boundaryPercent, least);
  const line = Array.from({ length: columns }, (_, at) => {
    if (at === tick) return "┼";
    return at === 0 ? "├" : at === columns - 1 ? "┤" : "─";
  }).join("");
  const marked = [
    as("dim", line.slice(0, mark)),
    as("bold", mark === tick ? "◆" : "●"),
    as("dim", line.slice(mark + 1)),
  ];
  return block(style, [left, glue, ...marked, glue, right]);
}

/** Columns (from 0) of value and boundary: the same only when the two are equal, and never on the wrong side. */
export function columnsOfMarks(
  columns: number,
  value: Ratio,
  boundaryPercent: number,
  least: -1 | 0,
): { mark: number; tick: number } {
  const column = (position: number): number => Math.round(((position - least) / (1 - least)) * (columns - 1));
  const tick = column(boundaryPercent / 100);
  const nearest = column(value.part / value.of);
  const side = Math.sign(value.part * 100 - boundaryPercent * value.of);
  if (side === 0) return { mark: tick, tick };
  return { mark: side > 0 ? Math.max(nearest, tick + 1) : Math.min(nearest, tick - 1), tick };
}
