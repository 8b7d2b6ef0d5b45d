import { type Document, isScalar, type Node, Scalar, visit, type YAMLMap } from "yaml";
import { keyLimit } from "./limits.js";
import { nameOfKey, type Range, rangeOfNode } from "./range-finder.js";

/** Faults of nodes that are each well-formed. */
export interface NodeProblem {
  readonly detail:
    | { readonly code: "duplicate-key"; readonly key: string }
    | { readonly code: "merge-key" }
    | { readonly code: "key-too-long"; readonly limit: number }
    | { readonly code: "unknown-alias"; readonly alias: string };
  readonly range: Range;
}

export interface Inspection {
  readonly problems: readonly NodeProblem[];
  /** The number of aliases in the document. */
  readonly aliases: number;
}

/**
 * Walks a document once, in order. It replaces two searches of the package `yaml` that take quadratic time: for
 * duplicate keys it compares each key with all others, and for each alias it searches the whole document.
 */
export function inspectNodes(document: Document): Inspection {
  const problems: NodeProblem[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  const report = (detail: NodeProblem["detail"], node: unknown): void => {
    problems.push({ detail, range: rangeOfNode(node) ?? [0, 0] });
  };
  const enter = (node: Node): void => {
    if ("anchor" in node && typeof node.anchor === "string") anchors.add(node.anchor);
  };
  visit(document, {
    Alias: (_, alias) => {
      aliases += 1;
      if (!anchors.has(alias.source)) report({ code: "unknown-alias", alias: alias.source }, alias);
    },
    Map: (_, map) => {
      enter(map);
      inspectKeys(map, report);
    },
    Seq: (_, list) => enter(list),
    Scalar: (_, scalar) => enter(scalar),
  });
  return { problems, aliases };
}

function inspectKeys(map: YAMLMap, report: (detail: NodeProblem["detail"], node: unknown) => void): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const name = nameOfKey(key);
    if (isMergeKey(key)) report({ code: "merge-key" }, key);
    else if (name.length > keyLimit) report({ code: "key-too-long", limit: keyLimit }, key);
    else if (seen.has(name)) report({ code: "duplicate-key", key: name }, key);
    seen.add(name);
  }
}

/** A key of YAML 1.1 that takes in the entries of another mapping; in quotes it is a key like any other. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === "<<" && key.type === Scalar.PLAIN;
}

/**
 * Whether a value contains more than `limit` values; it counts itself, and a value reached twice counts twice. It stops
 * there, so that a value that aliases make huge, or endless, takes no longer.
 */
export function exceeds(value: unknown, limit: number): boolean {
  const waiting: unknown[] = [value];
  for (let count = 1; waiting.length > 0; count += 1) {
    if (count > limit) return true;
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    for (const child of Object.values(next)) waiting.push(child);
  }
  return false;
}
