import { Document, isNode, type Node, type Pair, type YAMLMap } from "yaml";
import { indentAt, indentUnit, lineStart, spliced } from "./text-layout.js";

/** How values are written inside brackets: as JSON, or as YAML on one line. */
export type FlowStyle = "json" | "yaml";

/** Adds an entry behind the last of a mapping in braces, on a line of its own where that one stands on its own. */
export function addToFlow(text: string, map: YAMLMap, key: string, value: unknown, style: FlowStyle): string {
  const last = map.items.at(-1);
  const drawn = (indent: string | null): string =>
    `${style === "json" ? JSON.stringify(key) : key}:${style === "json" && indent === null && !text.includes(": ") ? "" : " "}${flowText(text, value, style, indent)}`;
  if (last === undefined) {
    const [start, end] = rangeOf(map);
    return spliced(text, start, end, style === "json" ? `{${drawn(null)}}` : `{ ${drawn(null)} }`);
  }
  const keyStart = rangeOf(last.key)[0];
  const end = isNode(last.value) ? rangeOf(last.value)[1] : rangeOf(last.key)[1];
  const alone =
    text.slice(lineStart(text, keyStart), keyStart).trim() === "" && lineStart(text, keyStart) > 0;
  if (!alone)
    return spliced(text, end, end, `,${text.includes(", ") || style === "yaml" ? " " : ""}${drawn(null)}`);
  const indent = indentAt(text, keyStart);
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  return spliced(text, end, end, `,${ending}${indent}${drawn(indent)}`);
}

/** Replaces the value of an entry. */
export function replaceInFlow(text: string, pair: Pair, value: unknown, style: FlowStyle): string {
  const [start, end] = rangeOf(pair.value);
  const keyStart = rangeOf(pair.key)[0];
  const alone = text.slice(lineStart(text, keyStart), keyStart).trim() === "" && text.includes("\n");
  return spliced(text, start, end, flowText(text, value, style, alone ? indentAt(text, keyStart) : null));
}

/** Takes an entry out, with the comma that parted it from its neighbour. */
export function removeFromFlow(text: string, map: YAMLMap, pair: Pair): string {
  const index = map.items.indexOf(pair);
  const before = map.items[index - 1];
  const after = map.items[index + 1];
  const end = rangeOf(isNode(pair.value) ? pair.value : pair.key)[1];
  if (before !== undefined)
    return spliced(text, rangeOf(isNode(before.value) ? before.value : before.key)[1], end, "");
  const start = rangeOf(pair.key)[0];
  return spliced(text, start, after === undefined ? end : rangeOf(after.key)[0], "");
}

/** @param indent of the key's line where the value may take several lines; null for one line */
function flowText(text: string, value: unknown, style: FlowStyle, indent: string | null): string {
  if (style === "yaml") {
    const node = new Document().createNode(value, { flow: true });
    const document = new Document();
    document.contents = node as Node as typeof document.contents;
    const drawn = document.toString({ lineWidth: 0, collectionStyle: "flow" }).trimEnd();
    return drawn.includes("\n") ? JSON.stringify(value) : drawn;
  }
  if (indent === null) return JSON.stringify(value);
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  return JSON.stringify(value, null, indentUnit(text)).replaceAll("\n", ending + indent);
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
