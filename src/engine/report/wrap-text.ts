import wrapAnsi from "wrap-ansi";
import { colourCodes, recoloured, type Span } from "./colour-codes.js";
import { isNarrow } from "./text-width.js";

/**
 * Breaks a text into lines of at most so many columns, one at least, at spaces, and words that are wider wherever they must. What
 * `wrap-ansi` says; text of narrow characters, plain or in the sixteen colours, spares it and the tables that it sets up.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const columns = Math.max(1, width);
  const coloured = colourCodes(text);
  const spans = coloured === null ? null : spansOf(coloured.plain, columns);
  if (coloured === null || spans === null) return wrapAnsi(text, columns, { hard: true }).split("\n");
  return recoloured(coloured, spans);
}

/**
 * Where the lines are, without the spaces around them; null where that is left to `wrap-ansi`: when the text is not
 * narrow, a word begins unprintably, or spaces stand at its ends or beside each other.
 */
function spansOf(text: string, columns: number): readonly Span[] | null {
  if (!isNarrow(text) || /^ | {2}| $|(^| )\u00a0/.test(text)) return null;
  if (text.length <= columns) return [[0, text.length]];
  const spans: Span[] = [];
  let start = 0;
  const breakLine = (end: number, next: number): void => {
    spans.push([start, end]);
    start = next;
  };
  for (let at = 0, next = 0; at < text.length; at = next + 1) {
    next = text.indexOf(" ", at);
    if (next === -1) next = text.length;
    if (next - start <= columns) continue;
    // A word that does not fit is begun on this line only where that saves one; else the space before it is left out.
    if (breaksOf(next - at, columns) <= breaksOf(next - start - columns, columns)) breakLine(at - 1, at);
    while (next - start > columns) breakLine(start + columns, start + columns);
  }
  spans.push([start, text.length]);
  return spans;
}

/** How often a word of so many columns breaks that begins a line; below 0 for one of no columns. */
const breaksOf = (length: number, columns: number): number => Math.floor((length - 1) / columns);
