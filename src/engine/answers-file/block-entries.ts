import { Document, isCollection, isMap, isNode, isSeq, type Pair, visit, type YAMLMap } from "yaml";
import { indentAt, indentUnit, lineEnd, lineEnding, lineStart, spliced } from "./text-layout.js";

/** Adds an entry behind the last of a block mapping, and behind the comments that are indented below that one. */
export function addToBlock(text: string, map: YAMLMap, key: string, value: unknown): string {
  const first = startOf(map.items[0]);
  const indent = indentAt(text, first);
  const at = behindDeeperComments(text, lineEnd(text, endOf(map.items.at(-1))), indent.length);
  return insertLines(text, at, blockLines(text, indent, { [key]: value }));
}

/** Replaces the value of an entry of a block mapping; what stands beside it on its line stays. */
export function replaceInBlock(text: string, pair: Pair, value: unknown): string {
  const node = pair.value;
  if (!isNode(node) || !node.range) return text;
  const indent = indentAt(text, startOf(pair));
  if (isCollection(node) && !node.flow) {
    const end = lineEnd(text, endOf(pair));
    const lines = blockLines(text, indent + indentUnit(text), value).join(lineEnding(text));
    return spliced(
      text,
      lineStart(text, node.range[0]),
      end,
      text[end - 1] === "\n" ? lines + lineEnding(text) : lines,
    );
  }
  const [start, end] = node.range;
  const [head = "", ...rest] = blockLines(text, indent, { k: value });
  const drawn = [head.slice(indent.length + "k: ".length), ...rest].join(lineEnding(text));
  return spliced(text, start, end, text[end - 1] === "\n" ? drawn + lineEnding(text) : drawn);
}

/** Takes the lines of an entry out of a block mapping, a comment beside it included. */
export function removeFromBlock(text: string, pair: Pair): string {
  return spliced(text, lineStart(text, startOf(pair)), lineEnd(text, endOf(pair)), "");
}

/** Writes a flow mapping as a block mapping below the line of its key. */
export function unfold(text: string, pair: Pair, value: unknown): string {
  const node = pair.value;
  if (!isNode(node) || !node.range) return text;
  const [start, end] = node.range;
  const lines = blockLines(text, indentAt(text, startOf(pair)) + indentUnit(text), value);
  const without = spliced(text, text.slice(0, start).trimEnd().length, end, "");
  return insertLines(without, lineEnd(without, text.slice(0, start).trimEnd().length), lines);
}

function insertLines(text: string, at: number, lines: readonly string[]): string {
  const ending = lineEnding(text);
  const unended = at > 0 && text[at - 1] !== "\n";
  return spliced(text, at, at, unended ? ending + lines.join(ending) : lines.join(ending) + ending);
}

/** A value as lines of block YAML, each with the indent; lists stand in brackets. */
function blockLines(text: string, indent: string, value: unknown): readonly string[] {
  const document = new Document(value);
  visit(document, {
    Seq: (_, seq) => {
      seq.flow = true;
    },
  });
  const drawn = document.toString({
    lineWidth: 0,
    indent: indentUnit(text).length,
    flowCollectionPadding: false,
  });
  return drawn
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? line : indent + line));
}

/** The offset behind comment lines that are indented deeper than `column`, and the blank ones between them. */
function behindDeeperComments(text: string, from: number, column: number): number {
  let behind = from;
  for (let at = from; at < text.length; at = lineEnd(text, at + 1)) {
    const line = text.slice(at, lineEnd(text, at + 1));
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() === "") continue;
    if (line[indent] !== "#" || indent <= column) break;
    behind = at + line.length;
  }
  return behind;
}

function startOf(pair: Pair | undefined): number {
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

function endOf(pair: Pair | undefined): number {
  return endOfNode(pair?.value) ?? endOfNode(pair?.key) ?? 0;
}

/** Where the last leaf of a node ends: comments behind it are not part of it. */
function endOfNode(node: unknown): number | undefined {
  if (isMap(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOfNode(node.items.at(-1));
  return isNode(node) ? node.range?.[1] : undefined;
}
