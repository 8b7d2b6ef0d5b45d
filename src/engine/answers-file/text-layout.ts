import { type Range, rangeOfNode } from "../parse/range-finder.js";

/** The line ending of a text: that of its first line. */
export function lineEnding(text: string): "\n" | "\r\n" {
  return /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n";
}

/** Offset of the start of the line that `offset` is in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset after the line feed that ends the text before `offset`, or the line that `offset` is in; else the end. */
export function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed + 1;
}

/** The indentation of an entry of a block mapping whose key starts at `offset`, perhaps after the `?` or `:` of another. */
export function indentOf(text: string, offset: number): string {
  const before = text.slice(lineStart(text, offset), offset);
  return before.replace(/^\ufeff|\?[ \t]*$/g, "").replace(/\S/g, " ");
}

/** The indentation of one more level: the least indentation found, or two spaces. */
export function indentUnit(text: string): string {
  const found = [...text.matchAll(/^([ \t]+)[^\s#]/gm)].map(([, indent = ""]) => indent);
  return found.reduce((least, indent) => (indent.length < least.length ? indent : least), found[0] ?? "  ");
}

/** The text with the part from `start` to `end` replaced. */
export function spliced(text: string, start: number, end: number, part: string): string {
  return text.slice(0, start) + part + text.slice(end);
}

/**
 * Start and end of a node in its text.
 * @throws RangeError for what has no text, such as the value of `? key`
 */
export function rangeOf(node: unknown): Range {
  const range = rangeOfNode(node);
  if (range === undefined) throw new RangeError("this has no place in the text");
  return range;
}
