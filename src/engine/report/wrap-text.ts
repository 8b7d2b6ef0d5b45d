import { textColumns } from "../diagnostics/text-columns.js";

/** A line of a text, by the positions at which it starts and ends. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Breaks a text at spaces into lines of at most `width` columns (at least one), without the spaces around them. A
 * word that is wider than a line is broken, and begins beside other words only if that saves a line. A web address is never
 * broken, as it could not be followed then: it has a line of its own, which may be too wide.
 */
export function wrapText(text: string, width: number): readonly Span[] {
  const columns = Math.max(1, width);
  const lines: Span[] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  const endLine = (): void => {
    lines.push({ start, end });
    start = end;
    used = 0;
  };
  for (const { 0: word, index } of text.matchAll(/[^ ]+/g)) {
    let left = textColumns(word);
    const gap = index - end;
    const over = used + gap + left - columns;
    const whole = left > columns && isAddress.test(word);
    if (used > 0 && over > 0 && (whole || breaksIn(left, columns) <= breaksIn(over, columns))) endLine();
    if (used > 0) used += gap;
    else start = index;
    end = index;
    while (!whole && used + left > columns) {
      const piece = fittingStart(text.slice(end, index + word.length), columns - used);
      if (piece.length === 0 && used === 0) break;
      end += piece.length;
      left -= piece.columns;
      endLine();
    }
    end = index + word.length;
    used += left;
  }
  if (end > start || lines.length === 0) endLine();
  return lines;
}

const isAddress = /^https?:\/\//;

/** The number of breaks in a word of this width that starts a line; below 0 for a word of no columns. */
const breaksIn = (size: number, columns: number): number => Math.floor((size - 1) / columns);

/** Created when a word first has to be broken: creating it takes as long as a whole report. */
let graphemes: Intl.Segmenter | null = null;

/** More UTF-16 units than one column takes. Segmenting a long text as a whole takes time quadratic in its length. */
const mostUnits = 8;

/** The start of a word that fits into this many columns. */
function fittingStart(word: string, room: number): { readonly length: number; readonly columns: number } {
  let length = 0;
  let columns = 0;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment } of graphemes.segment(word.slice(0, mostUnits * (room + 1)))) {
    const taken = textColumns(segment);
    if (columns + taken > room) break;
    columns += taken;
    length += segment.length;
  }
  return { length, columns };
}
