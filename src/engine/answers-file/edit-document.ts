import { type Document, isMap, isScalar, type Pair, visit, type YAMLMap } from "yaml";
import { filledDocuments } from "../parse/filled-documents.js";
import { parseText } from "../parse/parse-text.js";
import { isMapping, mappingOf } from "../parse/parsed-document.js";
import { addToBlock, nestInBlock, removeFromBlock, replaceInBlock, unfold } from "./block-entries.js";
import { addToFlow, type FlowStyle, flowText, removeFromFlow, replaceInFlow } from "./flow-entries.js";
import { rangeOf, spliced } from "./text-layout.js";

/** The new value of an entry; null removes it. Its mapping must exist. */
export interface Edit {
  readonly path: readonly string[];
  readonly value: unknown;
  /**
   * Whether the entry takes one line in block YAML: mappings in the value are written in braces, and a comment beside the
   * old value is removed with it.
   */
  readonly inline?: boolean;
  /** Takes the place of that comment; beside a new entry, it is written if another has one. */
  readonly comment?: string | null;
  /** In block YAML, the key of the entry that a new one comes after; otherwise, it is the last. */
  readonly after?: string | null;
  /** A comment line above a new entry. */
  readonly heading?: string | null;
}

/**
 * Sets and removes entries of one document in a YAML or JSON text and leaves every other byte unchanged. JSON stays
 * JSON.
 * @param index of the document among those that are not empty
 * @returns null if an entry cannot be changed on its own, as it is reached through an alias or others refer to its anchor
 */
export function editDocument(text: string, index: number, edits: readonly Edit[]): string | null {
  const style: FlowStyle = isJson(text) ? "json" : "yaml";
  let edited = text;
  // Parsed again for each edit, so that every one works on true offsets.
  for (const edit of edits) {
    const next = withEdit(edited, documentAt(edited, index), edit, style);
    if (next === null) return null;
    edited = next;
  }
  return isAsMeant(text, edited, index, edits) ? edited : null;
}

export function documentAt(text: string, index: number): Document {
  const document = filledDocuments(text)[index];
  if (document === undefined) throw new RangeError(`there is no document ${index}`);
  return document;
}

/** The mapping at a path, if there is one and no alias leads to it. */
export function mapAt(document: Document, path: readonly string[]): YAMLMap | null {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : null;
}

/** The keys of the mapping at a path, in their order; none without one. */
export const keysAt = (document: Document, path: readonly string[]): readonly string[] =>
  mapAt(document, path)?.items.flatMap((item) => keyOf(item) ?? []) ?? [];

/** Whether the mapping at a path is in braces on one line, after a key of a block mapping. */
export function isFolded(text: string, document: Document, path: readonly string[]): boolean {
  const node = mapAt(document, path);
  const parent = mapAt(document, path.slice(0, -1));
  if (path.length === 0 || !node?.flow || parent === null || parent.flow || !node.range) return false;
  return !text.slice(node.range[0], node.range[1]).includes("\n");
}

/** A text with the values of aliases in place of the aliases of a document, and without its anchors. */
export function withoutAliases(text: string, index: number): string {
  const document = documentAt(text, index);
  const changes: { readonly start: number; readonly end: number; readonly part: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const value = alias.resolve(document)?.toJS(document);
      const [start, end] = rangeOf(alias);
      changes.push({ start, end, part: flowText(text, value, "yaml", null) });
    },
    Value: (_, node) => {
      if (node.anchor === undefined) return;
      const end = text.lastIndexOf(`&${node.anchor}`, rangeOf(node)[0]) + node.anchor.length + 1;
      const start = end - node.anchor.length - 1;
      changes.push({ start: text[start - 1] === " " ? start - 1 : start, end, part: "" });
    },
  });
  return changes
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, part }) => spliced(edited, start, end, part), text);
}

function withEdit(
  text: string,
  document: Document,
  { path, value, inline = false, comment = null, after = null, heading = null }: Edit,
  style: FlowStyle,
): string | null {
  const [parentPath, key] = [path.slice(0, -1), path.at(-1)];
  const parent = mapAt(document, parentPath);
  if (parent === null || key === undefined) return null;
  const pair = entryAt(document, path);
  if (value === null) return pair === undefined ? text : removed(text, document, parentPath, parent, pair);
  if (pair === undefined) {
    if (!parent.flow) {
      const above =
        (after === null ? undefined : entryAt(document, [...parentPath, after])) ?? parent.items.at(-1);
      return addToBlock(text, parent, above, [key, value], { inline, comment, heading });
    }
    const holder = entryAt(document, parentPath);
    if (parent.items.length === 0 && holder !== undefined && isFolded(text, document, parentPath))
      return unfold(text, holder, { [key]: value }, inline);
    return addToFlow(text, parent, key, value, style);
  }
  if (parent.flow) return replaceInFlow(text, pair, value, style);
  const unfolds = !inline && isMap(pair.value) && pair.value.flow && isFilledMapping(value);
  return unfolds ? unfold(text, pair, value, inline) : replaceInBlock(text, pair, value, inline, comment);
}

function removed(
  text: string,
  document: Document,
  parentPath: readonly string[],
  parent: YAMLMap,
  pair: Pair,
): string {
  if (parent.flow) return removeFromFlow(text, parent, pair);
  const holder = entryAt(document, parentPath);
  // Without its last entry a block mapping would be null.
  return parent.items.length === 1 && holder !== undefined
    ? replaceInBlock(text, holder, {}, true, null)
    : removeFromBlock(text, pair);
}

function entryAt(document: Document, path: readonly string[]): Pair | undefined {
  const key = path.at(-1);
  return mapAt(document, path.slice(0, -1))?.items.find((item) => keyOf(item) === key);
}

const keyOf = ({ key }: Pair): string | null => (isScalar(key) ? String(key.value) : null);

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}

/**
 * Moves those entries of a document that have one of some keys into a new mapping below two new keys, with the comments
 * that they have.
 * @returns null if they cannot be moved as they stand: in braces, with other entries between them, or if there are none
 */
export function nestEntries(
  text: string,
  index: number,
  keys: readonly string[],
  [outer, inner]: readonly [string, string],
): string | null {
  const root = mapAt(documentAt(text, index), []);
  if (root === null || root.flow) return null;
  const places = keys
    .map((key) => root.items.findIndex((item) => keyOf(item) === key))
    .filter((at) => at >= 0);
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const [first, last] = [root.items[from], root.items[to]];
  if (first === undefined || last === undefined || to - from + 1 > places.length) return null;
  const nested = nestInBlock(text, first, last, [outer, inner]);
  const given = mappingOf(valuesOf(text)?.[index]);
  const moved = Object.fromEntries(Object.entries(given).filter(([key]) => keys.includes(key)));
  const edits = [
    { path: [outer], value: { [inner]: moved } },
    ...keys.map((key) => ({ path: [key], value: null })),
  ];
  return isAsMeant(text, nested, index, edits) ? nested : null;
}

/** Whether the new text means what the old one did apart from the edits; aliases can make it mean more. */
function isAsMeant(before: string, after: string, index: number, edits: readonly Edit[]): boolean {
  const [expected, found] = [valuesOf(before), valuesOf(after)];
  if (expected === null || found === null) return false;
  for (const { path, value } of edits) {
    let mapping = expected[index];
    for (const step of path.slice(0, -1)) mapping = isMapping(mapping) ? mapping[step] : undefined;
    const key = path.at(-1);
    if (!isMapping(mapping) || key === undefined) return false;
    if (value === null) delete mapping[key];
    else mapping[key] = plain(value);
  }
  return isEqual(expected, found);
}

/** The documents of a text as plain data; null if it cannot be read. */
function valuesOf(text: string): unknown[] | null {
  const read = parseText({ file: "answers", text });
  if (read.kind === "failed" || read.value.some(({ problems }) => problems.length > 0)) return null;
  return read.value.map(({ value }) => plain(value));
}

/** A copy without shared parts. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function isFilledMapping(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length > 0;
}

/** Whether two values of JSON are equal; the order of keys does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [entries, others] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
  );
}
