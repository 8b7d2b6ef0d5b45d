import stringWidth from "string-width";

/**
 * Characters that take one column each and combine with no neighbour: Latin, Greek, dashes and quotation marks,
 * arrows, mathematics, lines and simple shapes. No emoji, no mark, nothing that normalising would change.
 */
const narrow =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03c9\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2200-\u22ff\u2500-\u257f\u25a0-\u25fc]*$/;

/** Escape sequences that colour. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const colour = /\u001b\[[\d;]*m/g;

/** Whether a text's width is its length. */
export const isNarrow = (text: string): boolean => narrow.test(text);

/**
 * Columns that a text takes on a terminal, escape sequences not counted. What `string-width` says; most texts spare
 * its tables of all scripts and emoji, which take longer to set up than a whole report to write.
 */
export function textWidth(text: string): number {
  const visible = text.includes("\u001b") ? text.replace(colour, "") : text;
  return isNarrow(visible) ? visible.length : stringWidth(visible);
}
