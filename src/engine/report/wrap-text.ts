import wrapAnsi from "wrap-ansi";
import { colourCodes, recoloured, type Spans } from "./colour-codes.js";
import { isNarrow } from "./text-width.js";

/**
 * Breaks a text into lines of at most so many columns, one at least, at spaces, and words that are wider wherever they must. What
 * `wrap-ansi` says; text of narrow characters, plain or in the sixteen colours, spares it and the tables that it sets up.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const columns = Math.max(1, width);
  if (!text.includes("\u001b")) return plainLines(text, columns) ?? wrapped(text, columns);
  const coloured = colourCodes(text);
  const spans = coloured === null ? null : spansOf(coloured.plain, columns);
  return coloured === null || spans === null ? wrapped(text, columns) : recoloured(coloured, spans);
}

const wrapped = (text: string, columns: number): readonly string[] =>
  wrapAnsi(text, columns, { hard: true }).split("\n");

function plainLines(text: string, columns: number): readonly string[] | null {
  const spans = spansOf(text, columns);
  if (spans === null) return null;
  if (spans.length === 2) return [text];
  const lines = new Array<string>(spans.length / 2);
  for (let row = 0; row < lines.length; row += 1) lines[row] = text.slice(spans[2 * row], spans[2 * row + 1]);
  return lines;
}

/**
 * Where the lines are, without the spaces around them; null where that is left to `wrap-ansi`: when the text is not
 * narrow, a word begins unprintably, or spaces stand at its ends or beside each other.
 */
function spansOf(text: string, columns: number): Spans | null {
  if (!isNarrow(text) || isSpacedOddly(text)) return null;
  if (text.length <= columns) return [0, text.length];
  const spans: number[] = [];
  let start = 0;
  for (let at = 0, next = 0; at < text.length; at = next + 1) {
    next = text.indexOf(" ", at);
    if (next === -1) next = text.length;
    if (next - start <= columns) continue;
    // A word that does not fit is begun on this line only where that saves one; else the space before it is left out.
    if (breaksOf(next - at, columns) <= breaksOf(next - start - columns, columns)) {
      spans.push(start, at - 1);
      start = at;
    }
    for (; next - start > columns; start += columns) spans.push(start, start + columns);
  }
  spans.push(start, text.length);
  return spans;
}

/** Whether spaces stand at the ends of a text or beside each other, or one that does not break begins a word. */
function isSpacedOddly(text: string): boolean {
  return (
    text.startsWith(" ") ||
    text.endsWith(" ") ||
    text.includes("  ") ||
    text.startsWith("\u00a0") ||
    text.includes(" \u00a0")
  );
}

/** How often a word of so many columns breaks that begins a line; below 0 for one of no columns. */
const breaksOf = (length: number, columns: number): number => Math.floor((length - 1) / columns);
