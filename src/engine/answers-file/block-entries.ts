import { Document, isCollection, isMap, isNode, isScalar, isSeq, type Pair, visit, type YAMLMap } from "yaml";
import { indentOf, indentUnit, lineEnd, lineEnding, lineStart, rangeOf, spliced } from "./text-layout.js";

/** How a new entry of a block mapping is written. */
interface NewEntry {
  readonly inline: boolean;
  /** Written beside it if another entry has a comment beside it. */
  readonly comment: string | null;
  /** Written above it, as a comment. */
  readonly heading: string | null;
}

/** Adds an entry to a block mapping after one of its entries, and after the comments that are indented below that one. */
export function addToBlock(
  text: string,
  map: YAMLMap,
  above: Pair | undefined,
  [key, value]: readonly [string, unknown],
  { inline, comment, heading }: NewEntry,
): string {
  const indent = indentOf(text, startOf(map.items[0]));
  const at = afterDeeperComments(text, lineEnd(text, endOf(above)), indent.length);
  const [head = "", ...rest] = blockLines(text, indent, { [key]: value }, inline);
  const hasComments = map.items.some((item) => commentAfter(text, endOf(item)) !== "");
  const lines = [hasComments && comment !== null ? `${head} # ${comment}` : head, ...rest];
  return insertLines(text, at, heading === null ? lines : [`${indent}# ${heading}`, ...lines]);
}

/**
 * Replaces the value of an entry of a block mapping. A comment on its line stays, unless the value is written inline.
 * @param comment takes the place of one that does not stay
 */
export function replaceInBlock(
  text: string,
  pair: Pair,
  value: unknown,
  inline: boolean,
  comment: string | null,
): string {
  const { value: node } = pair;
  const indent = indentOf(text, startOf(pair));
  const [head = "", ...rest] = blockLines(text, indent, { k: value }, inline);
  const drawn = [head.slice(indent.length + "k:".length), ...rest].join(lineEnding(text));
  if (node === null) return spliced(text, endOf(pair), endOf(pair), `${lineEnding(text)}${indent}:${drawn}`);
  if (isScalar(node) && node.source === "") {
    const [colon] = afterColon(text, pair);
    const old = comment === null ? "" : commentAfter(text, colon);
    return spliced(text, colon, colon + old.length, drawn + commentInPlaceOf(old, comment));
  }
  const ended = (end: number, part: string): string =>
    text[end - 1] === "\n" ? part + lineEnding(text) : part;
  const [start, end] = rangeOf(node);
  if (isCollection(node) && !node.flow) {
    const lines = [lineStart(text, start), lineEnd(text, endOf(pair))] as const;
    return rest.length === 0
      ? spliced(spliced(text, ...lines, ""), ...afterColon(text, pair), drawn)
      : spliced(text, ...lines, ended(lines[1], rest.join(lineEnding(text))));
  }
  // The comment beside an answer is about that answer.
  const old = inline ? commentAfter(text, end) : "";
  const written = drawn.replace(/^ /, "") + commentInPlaceOf(old, comment);
  return spliced(text, start, end + old.length, ended(end, written));
}

/** The comment beside what ends at an offset, with the space before it; empty without one. */
function commentAfter(text: string, end: number): string {
  return text[end - 1] === "\n" ? "" : (/^[ \t]+#[^\r\n]*/.exec(text.slice(end))?.[0] ?? "");
}

const commentInPlaceOf = (old: string, comment: string | null): string =>
  old === "" || comment === null ? "" : ` # ${comment}`;

/**
 * Moves neighbouring entries of a block mapping, with what stands between them, into a new mapping at the end of some
 * keys, each within the one before.
 */
export function nestInBlock(text: string, first: Pair, last: Pair, keys: readonly string[]): string {
  const indent = indentOf(text, startOf(first));
  const start = lineStart(text, startOf(first));
  const end = afterDeeperComments(text, lineEnd(text, endOf(last)), indent.length);
  const nested = keys.reduceRight<object>((inner, key) => ({ [key]: inner }), {});
  const heads = blockLines(text, indent, nested, false).map((line) => line.replace(/ \{\}$/, ""));
  const deeper = indentUnit(text).repeat(keys.length);
  const moved = text.slice(start, end).replace(/(^|\n)(?=[^\r\n])/g, `$1${deeper}`);
  return spliced(text, start, end, [...heads, moved].join(lineEnding(text)));
}

/** Removes the lines of an entry of a block mapping, including a comment beside it. */
export function removeFromBlock(text: string, pair: Pair): string {
  return spliced(text, lineStart(text, startOf(pair)), lineEnd(text, endOf(pair)), "");
}

/** Writes a flow mapping as a block mapping below the line of its key. */
export function unfold(text: string, pair: Pair, value: unknown, inline: boolean): string {
  const [start, end] = rangeOf(pair.value);
  const lines = blockLines(text, indentOf(text, startOf(pair)) + indentUnit(text), value, inline);
  const at = text.slice(0, start).trimEnd().length;
  const without = spliced(text, at, end, "");
  return insertLines(without, lineEnd(without, at), lines);
}

/** The empty range after the colon of an entry. */
function afterColon(text: string, { key }: Pair): readonly [number, number] {
  const colon = text.indexOf(":", rangeOf(key)[1]) + 1;
  return [colon, colon];
}

function insertLines(text: string, at: number, lines: readonly string[]): string {
  const ending = lineEnding(text);
  const unended = at > 0 && text[at - 1] !== "\n";
  return spliced(text, at, at, unended ? ending + lines.join(ending) : lines.join(ending) + ending);
}

/** A value as lines of block YAML, each with the indent; lists, and if `inline` mappings within it too, are in brackets. */
function blockLines(text: string, indent: string, value: unknown, inline: boolean): readonly string[] {
  const document = new Document(value);
  visit(document, {
    Collection: (key, node) => {
      if (isSeq(node) || (inline && key !== null)) node.flow = true;
    },
  });
  const drawn = document.toString({
    lineWidth: 0,
    indent: indentUnit(text).length,
    flowCollectionPadding: inline,
  });
  return drawn
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? line : indent + line));
}

/** The offset after comment lines that are indented deeper than `column`, and the blank ones between them. */
function afterDeeperComments(text: string, from: number, column: number): number {
  let after = from;
  for (let at = from; at < text.length; at = lineEnd(text, at + 1)) {
    const line = text.slice(at, lineEnd(text, at + 1));
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() === "") continue;
    if (line[indent] !== "#" || indent <= column) break;
    after = at + line.length;
  }
  return after;
}

function startOf(pair: Pair | undefined): number {
  return rangeOf(pair?.key)[0];
}

function endOf(pair: Pair | undefined): number {
  return isNode(pair?.value) ? endOfNode(pair.value) : endOfNode(pair?.key);
}

/** The end of the last leaf of a node: comments after it are not part of it. */
function endOfNode(node: unknown): number {
  if (isMap(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOfNode(node.items.at(-1));
  return rangeOf(node)[1];
}
