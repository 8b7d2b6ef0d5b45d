import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import type { Palette } from "../../engine/report/report-style.js";

/** What the terminal that prompts are drawn on can show. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  /** False: drawn in pure ASCII. */
  readonly unicode: boolean;
  readonly palette: Palette;
}

/** Columns for text: as many as are easy to read, without the last one, where some terminals wrap. */
export function textWidth({ columns }: Pick<Terminal, "columns">): number {
  return Math.max(20, Math.min(columns - 1, 92));
}

/** Wraps a paragraph to `width` columns; every line after the first is indented by `hang`, the first begins with `mark`. */
export function paragraph(
  text: string,
  width: number,
  mark = "",
  hang = stringWidth(mark),
): readonly string[] {
  const rows = wrapAnsi(text, Math.max(10, width - hang), { hard: true }).split("\n");
  return rows.map(
    (row, index) =>
      (index === 0 ? mark + " ".repeat(Math.max(0, hang - stringWidth(mark))) : " ".repeat(hang)) + row,
  );
}

/** How many lines of `columns` a text takes up if it is broken at the edge, not between words. */
function linesTaken(text: string, columns: number): number {
  return Math.max(1, Math.ceil(stringWidth(text) / columns));
}

/** How many rows lines take up in a window of `columns`. */
export const rowsTaken = (lines: readonly string[], columns: number): number =>
  lines.reduce((sum, line) => sum + linesTaken(line, columns), 0);

export const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - stringWidth(text)));

/** A text cut to `columns`, with an ellipsis if something is missing. */
export function clipped(text: string, columns: number, unicode: boolean): string {
  if (stringWidth(text) <= columns) return text;
  const mark = unicode ? "…" : "...";
  const characters = Array.from(text);
  while (characters.length > 0 && stringWidth(characters.join("") + mark) > columns) characters.pop();
  return characters.join("").trimEnd() + mark;
}
