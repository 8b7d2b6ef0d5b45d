import { parse } from "acorn";

/** The program that a script is, as ESTree. */
export function programOf(code) {
  return parse(code, {
    ecmaVersion: "latest",
    sourceType: "script",
    allowReturnOutsideFunction: true,
  });
}

/** The nodes right below one, in the order of the code. */
export function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === "string")
    .sort((a, b) => a.start - b.start);
}

/** A node and all nodes below it. */
export function nodesIn(node) {
  return [node, ...childrenOf(node).flatMap(nodesIn)];
}

/** The code from `start` to `end`, with the nodes in it, which stand in order, as `write` has them. */
export function withNodes(code, nodes, start, end, write) {
  let written = "";
  let at = start;
  for (const node of nodes) {
    // Of a property in short, key and value stand in the same place.
    if (node.start < at) continue;
    written += code.slice(at, node.start) + write(node);
    at = node.end;
  }
  return written + code.slice(at, end);
}
