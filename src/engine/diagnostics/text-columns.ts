import textWidth from "fast-string-width";

/**
 * ASCII, the marks of reports (§·×–—‘’“”•…←→−●) and lines that are drawn are one column wide; asking the package takes a
 * quarter of drawing a report.
 */
const plain =
  /^[ -~\u00a0\u00a7\u00b7\u00d7\u2013\u2014\u2018-\u201d\u2022\u2026\u2190\u2192\u2212\u2500-\u257f\u25cf]*$/;

/** Columns that a text takes in a terminal. */
export function textColumns(text: string): number {
  return plain.test(text) ? text.length : textWidth(text);
}
