import { asEscaped, type Escaped } from "../diagnostics/plain-text.js";
import { textColumns } from "../diagnostics/text-columns.js";
import { as, cleaned, glue, type Inline } from "./inline.js";
import { leastWidth, type ReportStyle } from "./report-style.js";
import { type Span, wrapText } from "./wrap-text.js";

/** Lines of text for people: cleaned, then wrapped, then coloured. Only this file makes them. */
export type Lines = readonly Escaped[];

/** The position of a block: `indent` columns in, after a mark in a column of `hang` columns. */
export interface Placing {
  readonly indent?: number;
  readonly mark?: readonly Inline[];
  /** Width of the mark's column with the gap after it; as wide as the mark needs when left out. */
  readonly hang?: number;
}

export const columnsOf = (style: ReportStyle): number => Math.max(leastWidth, Math.floor(style.width));

/** Cleaned text in one piece, which can be measured and wrapped; `draw` colours a part of it. */
interface Run {
  readonly text: string;
  readonly columns: number;
  readonly draw: (part?: Span) => string;
}

function runOf(style: ReportStyle, inlines: readonly Inline[]): Run {
  const stretches = inlines.map((inline) => {
    const { role, text } = typeof inline === "string" ? { role: null, text: inline } : inline;
    return { role, text: cleaned(style, text).normalize() };
  });
  const text = stretches.map((stretch) => stretch.text).join("");
  const draw: Run["draw"] = ({ start, end } = { start: 0, end: text.length }) => {
    let at = 0;
    let drawn = "";
    for (const { role, text } of stretches) {
      const part = text.slice(Math.max(0, start - at), Math.max(0, end - at)).replaceAll(glue, " ");
      if (part !== "") drawn += role === null ? part : style.palette[role](part);
      at += text.length;
    }
    return drawn;
  };
  return { text, columns: textColumns(text), draw };
}

/** Inlines on one line, however long. */
export const paint = (style: ReportStyle, inlines: readonly Inline[]): Escaped =>
  asEscaped(runOf(style, inlines).draw());

const wrapped = ({ text, draw }: Run, columns: number): readonly string[] =>
  wrapText(text, columns).map(draw);

const spaces = (columns: number): string => " ".repeat(Math.max(0, columns));

/** A line without space at its end. */
const line = (...parts: readonly string[]): Escaped => asEscaped(parts.join("").trimEnd());

/** Text columns that a block must keep beside its mark; with fewer, the mark goes on a line of its own. */
const leastText = 30;

const isCramped = (columns: number, hang: number): boolean => hang > 6 && columns - hang < leastText;

/** The indent of what stands below the text of a block whose mark takes `hang` columns. */
export const indentBelow = (style: ReportStyle, indent: number, hang: number): number =>
  indent + (isCramped(columnsOf(style) - indent, hang) ? 2 : hang);

/**
 * A paragraph wrapped by display width: no line is wider than the style's columns, the last word of the mark's line
 * included. Words wider than a line are broken.
 */
export function block(style: ReportStyle, content: readonly Inline[], placing: Placing = {}): Lines {
  const { indent = 2, mark = [] } = placing;
  const label = runOf(style, mark);
  const hang = placing.hang ?? (label.columns === 0 ? 0 : label.columns + 1);
  const columns = columnsOf(style) - indent;
  if (isCramped(columns, hang) || (label.columns > 0 && label.columns >= hang)) {
    const above = label.columns === 0 ? [] : wrapped(label, columns).map((row) => line(spaces(indent), row));
    return [...above, ...block(style, content, { indent: indent + 2 })];
  }
  const margin = spaces(indent + hang);
  const first =
    label.text === "" ? margin : `${spaces(indent)}${label.draw()}${spaces(hang - label.columns)}`;
  const rows = wrapped(runOf(style, content), columns - hang);
  return rows.map((row, at) => line(at === 0 ? first : margin, row));
}

/** A heading and its lines; empty if there are no lines. */
export function section<Line extends string>(
  style: ReportStyle,
  title: string,
  lines: readonly Line[],
): readonly (Line | Escaped)[] {
  return lines.length === 0 ? [] : [...heading(style, title), ...lines];
}

/** The same with an empty line below the heading. */
export const titled = (style: ReportStyle, title: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : [...heading(style, title), empty, ...lines];

export const heading = (style: ReportStyle, title: string): Lines =>
  block(style, [as("heading", title)], { indent: 0 });

/** A fact on one line, after its label. */
export const fact = (style: ReportStyle, label: string, value: string): Lines =>
  block(style, [value], { mark: [as("dim", label)], hang: 12 });

/** A row of a table: the first cell wraps in `width` columns, the others are on its first line. */
export function tableRow(
  style: ReportStyle,
  first: Inline,
  width: number,
  cells: readonly { readonly content: Inline; readonly width: number }[],
  indent = 0,
): Lines {
  const margin = spaces(indent);
  const head = runOf(style, [first]);
  const values = cells.map(({ content, width: columns }) => {
    const cell = runOf(style, [content]);
    return `  ${cell.draw()}${spaces(columns - cell.columns)}`;
  });
  return wrapText(head.text, width).map((part, at) => {
    const gap = spaces(width - textColumns(head.text.slice(part.start, part.end)));
    return at === 0 ? line(margin, head.draw(part), gap, ...values) : line(margin, head.draw(part));
  });
}

/** A line across the page. */
export const ruleAcross = (style: ReportStyle): Escaped =>
  paint(style, [as("dim", "─".repeat(columnsOf(style)))]);

/** Columns that `inlines` take up on one line. */
export const widthOf = (style: ReportStyle, inlines: readonly Inline[]): number =>
  runOf(style, inlines).columns;

/** Columns that the widest of `cells` takes up, at least `least`. */
export const widest = (style: ReportStyle, cells: readonly Inline[], least = 0): number =>
  cells.reduce((columns, cell) => Math.max(columns, widthOf(style, [cell])), least);

/** `left` and `right` at the two ends of one line; if they do not fit, `right` is below, `indent` columns in. */
export function ends(
  style: ReportStyle,
  left: readonly Inline[],
  right: readonly Inline[],
  indent = 0,
): Lines {
  const gap = columnsOf(style) - widthOf(style, left) - widthOf(style, right);
  if (gap < 2) return [...block(style, left, { indent: 0 }), ...block(style, right, { indent })];
  return [line(paint(style, left), spaces(gap), paint(style, right))];
}

/** `left` and `right` at the two ends of a line across the page; below each other if they do not fit. */
export function ruled(style: ReportStyle, left: readonly Inline[], right: readonly Inline[]): Lines {
  const gap = columnsOf(style) - widthOf(style, left) - widthOf(style, right) - 5;
  if (gap < 2) return [...block(style, left, { indent: 0 }), ...block(style, right, { indent: 0 })];
  const dashes = (count: number): Inline => as("dim", "─".repeat(count));
  return [paint(style, [dashes(2), " ", ...left, " ", dashes(gap), " ", ...right])];
}

/** An empty line between blocks, and none at the ends. */
export function spaced<Line extends string>(
  blocks: readonly (readonly Line[])[],
): readonly (Line | Escaped)[] {
  const filled = blocks.filter((lines) => lines.length > 0);
  return filled.flatMap((lines, at): readonly (Line | Escaped)[] => (at === 0 ? lines : [empty, ...lines]));
}

export const empty: Escaped = asEscaped("");
