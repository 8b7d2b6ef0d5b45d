import { type Alias, type Document, isNode, isScalar, type Node, visit, type YAMLMap } from "yaml";
import { keyLimit } from "./key-limit.js";

/** Start and end of a node in its text. */
export type Range = readonly [start: number, end: number];

/** What can be wrong with nodes that are well-formed each on its own. */
export type NodeFinding =
  | { readonly kind: "duplicate-key"; readonly key: string; readonly range: Range }
  | { readonly kind: "long-key"; readonly range: Range }
  | { readonly kind: "unknown-alias"; readonly alias: string; readonly range: Range };

export interface Inspection {
  readonly findings: readonly NodeFinding[];
  /** How many aliases the document has. */
  readonly aliases: number;
}

/**
 * Walks a document once, in order. It takes the place of two searches of the package `yaml` that take quadratic time:
 * that for duplicate keys compares each key with all others, and an alias looks for its anchor in the whole document.
 */
export function inspectNodes(document: Document): Inspection {
  const findings: NodeFinding[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  const enter = (node: Node): void => {
    if ("anchor" in node && typeof node.anchor === "string") anchors.add(node.anchor);
  };
  visit(document, {
    Alias: (_, alias: Alias) => {
      aliases += 1;
      if (!anchors.has(alias.source))
        findings.push({ kind: "unknown-alias", alias: alias.source, range: rangeOf(alias) });
    },
    Map: (_, map) => {
      enter(map);
      inspectKeys(map, findings);
    },
    Seq: (_, list) => enter(list),
    Scalar: (_, scalar) => enter(scalar),
  });
  return { findings, aliases };
}

function inspectKeys(map: YAMLMap, findings: NodeFinding[]): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const name = String(isScalar(key) ? key.value : key);
    if (name.length > keyLimit) findings.push({ kind: "long-key", range: rangeOf(key) });
    else if (seen.has(name)) findings.push({ kind: "duplicate-key", key: name, range: rangeOf(key) });
    seen.add(name);
  }
}

function rangeOf(node: unknown): Range {
  const [start = 0, end = 0] = isNode(node) ? (node.range ?? []) : [];
  return [start, end];
}
