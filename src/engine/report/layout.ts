import { as, glue, type Inline, paint } from "./inline.js";
import { leastWidth, type ReportStyle } from "./report-style.js";
import { textWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

/** Where a block stands: `indent` columns in, behind a mark in a column of `hang` columns. */
export interface Placing {
  readonly indent?: number;
  readonly mark?: readonly Inline[];
  /** Width of the mark's column with the gap after it; as wide as the mark needs when left out. */
  readonly hang?: number;
}

export const columnsOf = (style: ReportStyle): number => Math.max(leastWidth, Math.floor(style.width));

/** Text columns that a block must keep beside its mark; with fewer, the mark goes on a line of its own. */
const leastText = 30;

/**
 * A paragraph wrapped by display width: no line is wider than the style's columns, the last word of the mark's line
 * included. Words wider than a line are broken.
 */
export function block(
  style: ReportStyle,
  content: readonly Inline[],
  placing: Placing = {},
): readonly string[] {
  const { indent = 2, mark = [] } = placing;
  const label = paint(style, mark);
  const labelWidth = textWidth(label);
  const hang = placing.hang ?? (labelWidth === 0 ? 0 : labelWidth + 1);
  const columns = columnsOf(style) - indent;
  const cramped = hang > 6 && columns - hang < leastText;
  if (cramped || (labelWidth > 0 && labelWidth >= hang)) {
    const above =
      labelWidth === 0 ? [] : wrapText(label, columns).map((row) => ended(" ".repeat(indent), row));
    return [...above, ...block(style, content, { indent: indent + 2 })];
  }
  const margin = " ".repeat(indent + hang);
  const first = label === "" ? margin : `${" ".repeat(indent)}${label}${" ".repeat(hang - labelWidth)}`;
  const rows = wrapText(paint(style, content), columns - hang);
  return rows.map((row, at) => ended(at === 0 ? first : margin, row));
}

/** A line of two parts, with its glue as spaces, and none at its end. */
function ended(start: string, rest: string): string {
  const last = rest.charCodeAt(rest.length - 1);
  // Mostly there is nothing to do, which its parts tell: to look at them as one would copy every line once more.
  if (last > 0x20 && last < 0x7f && !rest.includes(glue) && !start.includes(glue)) return start + rest;
  return (start + rest).replaceAll(glue, " ").trimEnd();
}

/** A row of a table: the first cell wraps in `width` columns, the others stand on its first line. */
export function tableRow(
  style: ReportStyle,
  first: Inline,
  width: number,
  cells: readonly { readonly content: Inline; readonly width: number }[],
): readonly string[] {
  const padded = (text: string, columns: number): string =>
    text + " ".repeat(Math.max(0, columns - textWidth(text)));
  const [head = "", ...more] = wrapText(paint(style, [first]), width);
  const values = cells
    .map(({ content, width: columns }) => `  ${padded(paint(style, [content]), columns)}`)
    .join("");
  return [ended(padded(head, width), values), ...more.map((row) => ended("", row))];
}

/** A line across the page. */
export const ruleAcross = (style: ReportStyle): string =>
  paint(style, [as("dim", "─".repeat(columnsOf(style)))]);

/** Columns that `inlines` take up on one line. */
export const widthOf = (style: ReportStyle, inlines: readonly Inline[]): number =>
  textWidth(paint(style, inlines));

/** Columns that the widest of `cells` takes up, `least` where all are narrower. */
export function widest(style: ReportStyle, cells: readonly Inline[], least = 0): number {
  let columns = least;
  for (const cell of cells) columns = Math.max(columns, widthOf(style, [cell]));
  return columns;
}

/** `left` and `right` at the two ends of one line; below each other where they do not fit. */
export function ends(
  style: ReportStyle,
  left: readonly Inline[],
  right: readonly Inline[],
): readonly string[] {
  const gap = columnsOf(style) - widthOf(style, left) - widthOf(style, right);
  if (gap < 2) return [...block(style, left, { indent: 0 }), ...block(style, right, { indent: 0 })];
  return [ended(paint(style, left) + " ".repeat(gap), paint(style, right))];
}

/** A line between blocks, and none at the ends. */
export function spaced(blocks: readonly (readonly string[])[]): readonly string[] {
  const all: string[] = [];
  for (const lines of blocks) {
    if (lines.length === 0) continue;
    if (all.length > 0) all.push("");
    // One by one: a report of a thousand surfaces has more lines than a call takes arguments.
    for (const line of lines) all.push(line);
  }
  return all;
}

/** Lines under a heading; nothing where there is nothing to say. */
export function section(style: ReportStyle, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...block(style, [as("heading", title)], { indent: 0 }), ...lines];
}

/** A fact on one line, behind its label. */
export const fact = (style: ReportStyle, label: string, value: string): readonly string[] =>
  block(style, [value], { mark: [as("dim", label)], hang: 12 });
