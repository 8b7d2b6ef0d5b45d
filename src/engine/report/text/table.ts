import { at } from "../../model/at.js";
import type { Block } from "../document/blocks.js";
import { as, type Inline } from "../inline.js";
import { columnsOf, type Lines, tableRow, widest } from "../layout.js";
import type { ReportStyle } from "../report-style.js";

const gap = 2;

/** The columns left for names if the others are to stand beside them. */
const leastName = 14;

/** A row a line, its name wrapped. On a narrow page the columns that do not fit are left out, the last ones first. */
export function table(
  { head, rows }: Extract<Block, { readonly kind: "table" }>,
  style: ReportStyle,
  indent: number,
): Lines {
  const cells: readonly (readonly Inline[])[] = [head.map((title) => as("heading", title)), ...rows];
  const widths = head.map((_, index) =>
    widest(
      style,
      cells.map((row) => at(row, index)),
    ),
  );
  let room = columnsOf(style) - indent;
  const fitting: number[] = [];
  for (const [index, width] of widths.entries()) {
    if (index === 0) continue;
    if (room - gap - width < leastName) break;
    room -= gap + width;
    fitting.push(index);
  }
  return cells.flatMap((row) =>
    tableRow(
      style,
      at(row, 0),
      Math.min(at(widths, 0), room),
      fitting.map((index) => ({ content: at(row, index), width: at(widths, index) })),
      indent,
    ),
  );
}
