import wrapAnsi from "wrap-ansi";
import { colourCodes, recoloured, type Span } from "./colour-codes.js";
import { isNarrow } from "./text-width.js";

/**
 * Breaks a text into lines of at most so many columns, at spaces, and words that are wider wherever they must. What
 * `wrap-ansi` says; text of narrow characters, plain or in the sixteen colours, spares it and the tables that it sets up.
 */
export function wrapText(text: string, columns: number): readonly string[] {
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
  let end = 0;
  const breakBefore = (position: number): void => {
    spans.push([start, trimmedEnd(text, start, end)]);
    start = position;
    end = position;
  };
  for (let at = 0, next = 0; at <= text.length; at = next + 1) {
    next = text.indexOf(" ", at);
    if (next === -1) next = text.length;
    const word = next - at;
    // The space before the word; one that would begin a line is left out.
    start = end > start ? start : at;
    end = at;
    if (word > columns) {
      const room = columns - (end - start);
      // Begun here only where that saves a line.
      if (breaksOf(word, columns) < 1 + breaksOf(word - room, columns)) breakBefore(at);
      for (const length of piecesOf(word, columns - (end - start), columns)) {
        if (end - start + length > columns) breakBefore(end);
        end += length;
      }
    } else {
      if (end - start + word > columns && word > 0) breakBefore(at);
      end = next;
    }
  }
  breakBefore(end);
  return spans;
}

/** How often a word of so many columns breaks that begins a line. */
const breaksOf = (length: number, columns: number): number => Math.floor((length - 1) / columns);

/** Lengths of the pieces of a long word: the first fills the rest of a line, all others a line, the last what is left. */
function piecesOf(length: number, first: number, columns: number): readonly number[] {
  const rest = length - first;
  const whole = Array.from({ length: Math.floor(rest / columns) }, () => columns);
  return [first, ...whole, ...(rest % columns === 0 ? [] : [rest % columns])];
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text[last - 1] === " ") last -= 1;
  return last;
}
