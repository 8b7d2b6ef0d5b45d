import { Document, isNode, isScalar, type Pair, type YAMLMap } from "yaml";
import { indentUnit, lineEnding, lineStart, rangeOf, spliced } from "./text-layout.js";

/** How values are written inside brackets: as JSON, or as YAML on one line. */
export type FlowStyle = "json" | "yaml";

/** Adds an entry after the last of a mapping in braces, on a line of its own if that one has its own. */
export function addToFlow(text: string, map: YAMLMap, key: string, value: unknown, style: FlowStyle): string {
  const last = map.items.at(-1);
  if (last === undefined) {
    const entry = entryText(text, key, value, style, null);
    return spliced(text, ...rangeOf(map), style === "json" ? `{${entry}}` : `{ ${entry} }`);
  }
  const end = endOf(last);
  const indent = indentAlone(text, last);
  const entry = entryText(text, key, value, style, indent);
  const gap = style === "yaml" || text.includes(", ") ? " " : "";
  return spliced(
    text,
    end,
    end,
    indent === null ? `,${gap}${entry}` : `,${lineEnding(text)}${indent}${entry}`,
  );
}

/** Replaces the value of an entry. */
export function replaceInFlow(text: string, pair: Pair, value: unknown, style: FlowStyle): string {
  const drawn = flowText(text, value, style, indentAlone(text, pair));
  if (isScalar(pair.value) && pair.value.source !== "") return spliced(text, ...rangeOf(pair.value), drawn);
  if (isNode(pair.value) && !isScalar(pair.value)) return spliced(text, ...rangeOf(pair.value), drawn);
  const [, end] = rangeOf(pair.key);
  const colon = /^\s*:/.exec(text.slice(end));
  return spliced(text, end, end + (colon === null ? 0 : colon[0].length), `: ${drawn}`);
}

/** Removes an entry, with the comma between it and its neighbour. */
export function removeFromFlow(text: string, map: YAMLMap, pair: Pair): string {
  const index = map.items.indexOf(pair);
  const before = map.items[index - 1];
  const after = map.items[index + 1];
  if (before !== undefined) return spliced(text, endOf(before), endOf(pair), "");
  return spliced(text, rangeOf(pair.key)[0], after === undefined ? endOf(pair) : rangeOf(after.key)[0], "");
}

/** The indentation of an entry that begins its line; null for one with something before it. */
function indentAlone(text: string, { key }: Pair): string | null {
  const [start] = rangeOf(key);
  const before = text.slice(lineStart(text, start), start);
  return before.trim() === "" ? before : null;
}

function entryText(
  text: string,
  key: string,
  value: unknown,
  style: FlowStyle,
  indent: string | null,
): string {
  const drawn = flowText(text, value, style, indent);
  if (style === "yaml") return `${key}: ${drawn}`;
  const dense = indent === null && !text.includes(": ");
  return `${JSON.stringify(key)}:${dense ? "" : " "}${drawn}`;
}

/** @param indent of the key's line if the value may take several lines; null for one line */
export function flowText(text: string, value: unknown, style: FlowStyle, indent: string | null): string {
  if (style === "yaml") {
    const drawn = new Document(value).toString({ lineWidth: 0, collectionStyle: "flow" }).trimEnd();
    return drawn.includes("\n") ? JSON.stringify(value) : drawn;
  }
  if (indent === null) return JSON.stringify(value);
  return JSON.stringify(value, null, indentUnit(text)).replaceAll("\n", lineEnding(text) + indent);
}

function endOf({ key, value }: Pair): number {
  return rangeOf(isNode(value) ? value : key)[1];
}
