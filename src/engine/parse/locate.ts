import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { Location } from "../diagnostics/problem.js";
import type { Path, SourceText } from "./parsed-document.js";

/** Turns offsets of one text into locations. */
export function locator(source: SourceText, lines: LineCounter): (start: number, end: number) => Location {
  const texts = source.text.split(/\r\n|\n|\r/);
  return (start, end) => {
    const { line, col } = lines.linePos(start);
    const lineText = texts[line - 1] ?? "";
    const width = Math.max(1, Math.min(end - start, lineText.length - col + 1));
    return { file: source.file, line: Math.max(1, line), column: Math.max(1, col), width, lineText };
  };
}

/** The range of the value or key at `path`, or of the deepest ancestor that exists. */
export function rangeAt(document: Document, path: Path, part: "key" | "value"): readonly [number, number] {
  let node: unknown = document.contents;
  let range = rangeOf(node) ?? [0, 0];
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    const child = childOf(resolved(document, node), step);
    if (child === undefined) break;
    range = rangeOf(last && part === "key" ? child.key : child.value) ?? rangeOf(child.key) ?? range;
    node = child.value;
  }
  return range;
}

function resolved(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function childOf(
  node: unknown,
  step: string | number,
): { readonly key: unknown; readonly value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { key: item, value: item };
  }
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
