import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Path } from "./parsed-document.js";

interface Child {
  readonly key: unknown;
  readonly value: unknown;
}

/**
 * Finds ranges in one document: that of the value or key at a path, or of the deepest ancestor that exists.
 * Keys of mappings and aliases are looked up once, so that thousands of problems take no longer than they must.
 */
export function rangeFinder(
  document: Document,
): (path: Path, part: "key" | "value") => readonly [number, number] {
  const entries = new WeakMap<YAMLMap, ReadonlyMap<string, Child>>();
  const targets = new WeakMap<object, unknown>();
  const resolved = (node: unknown): unknown => {
    if (!isAlias(node)) return node;
    if (!targets.has(node)) targets.set(node, node.resolve(document));
    return targets.get(node);
  };
  const childOf = (node: unknown, step: string | number): Child | undefined => {
    if (isSeq(node)) {
      const item = node.items[Number(step)];
      return item === undefined ? undefined : { key: item, value: item };
    }
    if (!isMap(node)) return undefined;
    const known = entries.get(node) ?? entriesOf(node);
    entries.set(node, known);
    return known.get(String(step));
  };
  return (path, part) => {
    let node: unknown = document.contents;
    let range = rangeOf(node) ?? [0, 0];
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1;
      const child = childOf(resolved(node), step);
      if (child === undefined) break;
      range = rangeOf(last && part === "key" ? child.key : child.value) ?? rangeOf(child.key) ?? range;
      node = child.value;
    }
    return range;
  };
}

function entriesOf(map: YAMLMap): ReadonlyMap<string, Child> {
  return new Map(map.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair]));
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
