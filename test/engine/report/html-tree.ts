import { type DefaultTreeAdapterTypes, parse } from "parse5";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser parses it, with the parse errors that a browser forgives. */
export function parsePage(page: string): { readonly document: Node; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const document = parse(page, {
    onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`),
  });
  return { document, faults };
}

export function elementsOf(node: Node): readonly Element[] {
  const below = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...below] : below;
}

export const attributeOf = (element: Element, name: string): string | null =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? null;

export function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** The elements and the names of their attributes, without any text; the lines of a text in a drawing count as text. */
export function skeletonOf(node: Node): unknown {
  const children =
    "childNodes" in node ? node.childNodes.map(skeletonOf).filter((child) => child !== null) : [];
  const isText = node.nodeName === "tspan" || (node.nodeName === "title" && isDrawn(node));
  if (isText && children.length === 0) return null;
  if ("tagName" in node) return [node.tagName, ...node.attrs.map(({ name }) => name), ...children];
  return node.nodeName === "#text" ? null : [node.nodeName, ...children];
}

const isDrawn = (node: Node): boolean => "parentNode" in node && node.parentNode?.nodeName === "g";
