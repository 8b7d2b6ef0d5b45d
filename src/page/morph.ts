/**
 * Makes `from` the same as `to`. What stays the same stays in place, and with it the focus, scroll positions and what is
 * unfolded. Elements with an id, and sections by the id of their heading, are recognised wherever they are.
 */
export function morph(from: Element, to: Element): void {
  if (from.isEqualNode(to)) return;
  alignAttributes(from, to);
  let at: ChildNode | null = from.firstChild;
  for (const next of [...to.childNodes]) {
    const kept = counterpart(at, next);
    if (kept === null) {
      from.insertBefore(next, at);
      continue;
    }
    while (at !== null && at !== kept) at = removed(at);
    if (kept instanceof Element && next instanceof Element) morph(kept, next);
    else if (kept.nodeValue !== next.nodeValue) kept.nodeValue = next.nodeValue;
    at = kept.nextSibling;
  }
  while (at !== null) at = removed(at);
}

function alignAttributes(from: Element, to: Element): void {
  // What is unfolded, and what a link has led the focus to, is the reader's.
  const isReaders = (name: string): boolean => name === "open" || name === "tabindex";
  for (const { name } of [...from.attributes])
    if (!to.hasAttribute(name) && !isReaders(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes)
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}

/** The node that `next` is a newer form of: `at`, or the one after it that has the same id. */
function counterpart(at: ChildNode | null, next: ChildNode): ChildNode | null {
  const key = keyOf(next);
  if (key === null) return at !== null && at.nodeName === next.nodeName && keyOf(at) === null ? at : null;
  for (let each = at; each !== null; each = each.nextSibling)
    if (each.nodeName === next.nodeName && keyOf(each) === key) return each;
  return null;
}

function keyOf(node: ChildNode): string | null {
  if (!(node instanceof Element)) return null;
  return (
    node.getAttribute("id") ?? node.querySelector(":scope > h2, :scope > h3")?.getAttribute("id") ?? null
  );
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}
