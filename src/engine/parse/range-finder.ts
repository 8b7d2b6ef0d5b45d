import { type Document, isAlias, isMap, isNode, isScalar, isSeq } from "yaml";
import type { Path } from "./parsed-document.js";

/** Start and end of a part of a text, as offsets. */
export type Range = readonly [start: number, end: number];

/** The child at a key, or at an index given as text. An item of a list is its own key. */
export interface Child {
  readonly key: unknown;
  readonly value: unknown;
}

/** Finds the parts of a syntax tree in their text. */
export interface SyntaxTree {
  readonly root: unknown;
  readonly rangeOf: (node: unknown) => Range | undefined;
  readonly childrenOf: (node: unknown) => ReadonlyMap<string, Child>;
}

/**
 * Finds the range of the value or key at a path, or of the deepest ancestor that exists; of what a merge key takes in, that
 * of the merge key.
 */
export type RangeFinder = (path: Path, part: "key" | "value") => Range;

/** Each node's children are looked up once, so that thousands of problems take no longer than they must. */
export function rangeFinder({ root, rangeOf, childrenOf }: SyntaxTree): RangeFinder {
  const known = new Map<unknown, ReadonlyMap<string, Child>>();
  const children = (node: unknown): ReadonlyMap<string, Child> => {
    const found = known.get(node) ?? childrenOf(node);
    known.set(node, found);
    return found;
  };
  return (path, part) => {
    let node = root;
    let range = rangeOf(node) ?? [0, 0];
    for (const [depth, step] of path.entries()) {
      const there = children(node);
      const child = there.get(String(step));
      if (child === undefined) {
        const merge = there.get("<<");
        return (merge && rangeOf(merge.key)) ?? range;
      }
      const asked = part === "key" && depth === path.length - 1 ? child.key : child.value;
      range = rangeOf(asked) ?? rangeOf(child.key) ?? range;
      node = child.value;
    }
    return range;
  };
}

/** The tree of a YAML document. An alias has the children of its anchor. */
export function yamlTree(document: Document): SyntaxTree {
  const childrenOf = (node: unknown): ReadonlyMap<string, Child> => {
    if (isAlias(node)) return childrenOf(node.resolve(document));
    if (isSeq(node)) return new Map(node.items.map((item, at) => [String(at), { key: item, value: item }]));
    if (!isMap(node)) return new Map();
    return new Map(node.items.map((pair) => [nameOfKey(pair.key), pair]));
  };
  return { root: document.contents, rangeOf: rangeOfNode, childrenOf };
}

/** The name of an entry of a mapping. */
export function nameOfKey(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

/** From the start of a node to its end, without comments after it; undefined for nodes without text. */
export function rangeOfNode(node: unknown): Range | undefined {
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined;
}
