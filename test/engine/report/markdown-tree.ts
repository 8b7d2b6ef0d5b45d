import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A Markdown document as GitHub reads it. */
export const parseMarkdown = (document: string): Root =>
  fromMarkdown(document, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

export function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodesOf) : [])];
}

/** What a reader sees of a node, without marks. */
export function textOf(node: Nodes): string {
  if (node.type === "html") return "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/**
 * A document's structure without its texts. A bare address that GitHub links by itself counts as text: what it links to
 * is what it says. So does an empty comment, which separates a sign from a name.
 */
export function skeletonOf(node: Nodes): unknown {
  const children = "children" in node ? merged(node.children.map(skeletonOf)) : [];
  const details =
    node.type === "heading"
      ? [node.depth]
      : node.type === "listItem"
        ? [node.checked]
        : node.type === "list"
          ? [node.ordered]
          : [];
  if (node.type === "text" || isEmptyComment(node) || (node.type === "link" && isBare(node))) return "text";
  return [node.type, ...details, ...children];
}

export const isEmptyComment = (node: Nodes): boolean => node.type === "html" && node.value === "<!-- -->";

function isBare(node: Extract<Nodes, { type: "link" }>): boolean {
  return [textOf(node), `http://${textOf(node)}`, `mailto:${textOf(node)}`].includes(node.url);
}

const merged = (parts: readonly unknown[]): readonly unknown[] =>
  parts.filter((part, at) => part !== "text" || parts[at - 1] !== "text");

/** A document whose tables are not aligned, to be compared cell by cell. */
export const unaligned = (document: string): string =>
  document.replace(/^\|.*\|$/gm, (row) => row.replace(/ {2,}/g, " ").replace(/-{3,}/g, "---"));
