/**
 * One line of foreign text as Markdown (CommonMark with GitHub's extensions) that renders as just that text: nothing in
 * it starts markup, HTML, a table cell, a list, a heading, math or a web link, wherever on a line it is put, and it
 * mentions nobody and nothing. White space at the ends is dropped.
 *
 * GitHub looks for `@name` and `#12` in what was rendered, where a backslash is gone. So an empty comment separates the
 * sign from what follows: unlike a zero-width space it leaves nothing behind when copied, and it is ASCII.
 */
export function escapeMarkdown(line: string): string {
  const escaped = line
    .trim()
    .replace(/[\\`*~[\]<|$]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
    .replace(/^(?:[>=]|#{1,6}(?!\S)|[-+](?=[\s-]|$))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?!\S)/, "$1\\$2")
    .replace(/(?<![A-Za-z\d])@(?=[A-Za-z\d])|#(?=\d)/g, "$&<!-- -->");
  return withoutClosing(escaped);
}

/** Escapes the signs at the end that could close a heading. A regular expression would start over at each of them. */
function withoutClosing(text: string): string {
  let start = text.length;
  while (text.charAt(start - 1) === "#") start -= 1;
  if (text.charAt(start - 1) === "\\") start += 1;
  return text.slice(0, start) + "\\#".repeat(Math.max(0, text.length - start));
}

/** A code span of just `line`, whatever backticks are in it. Not for table cells: a `|` in it would end the cell. */
export function codeSpan(line: string): string {
  let longest = 0;
  for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(line) ? " " : "";
  return line.trim() === "" ? "" : fence + padding + line + padding + fence;
}

/**
 * A web address as the destination of a link; null for every other scheme. What could end the destination or a table
 * cell is percent-encoded.
 */
export function linkDestination(address: string): string | null {
  if (!/^https?:\/\/[^\s/]/i.test(address)) return null;
  return address
    .replace(/[^\w\-.~:/?#@!$&'+,;=%]/gu, (character) => encodeURIComponent(character))
    .replace(/[()'*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("&", "&amp;");
}

/** A file in the folder of the document as the destination of a link. */
export const fileDestination = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[()'*!~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
