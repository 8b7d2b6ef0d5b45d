import { fromHtml } from "./element.js";
import { morph } from "./morph.js";

/** Draws a report anew. Until it is analysed, what only an analysis tells stays as it was, marked busy. */
export function redraw(report: HTMLElement, anchor: string, html: string, isAnalysed: boolean): void {
  const next = fromHtml(html);
  if (!isAnalysed) for (const part of analysedParts(anchor)) keepBusy(report, next, part);
  for (const part of ["header", ".sections"]) {
    const from = report.querySelector(`:scope > ${part}`);
    const to = next.querySelector(`:scope > ${part}`);
    if (from !== null && to !== null) morph(from, to);
  }
}

/** Selectors of the parts that only an analysis can fill. */
const analysedParts = (anchor: string): readonly string[] => [
  ".grade",
  ...["change", "ask", "assumes"].map((id) => `section:has(> #${anchor}-${id})`),
  ...["open", "assumes", "trust", "change"].map((id) => `#${anchor}-all-${id}`),
];

/** Puts a copy of the old part where the new one is; where there is none, behind what it followed. */
function keepBusy(old: Element, next: Element, selector: string): void {
  const part = old.querySelector(selector);
  const parent = part?.parentElement;
  if (!part || !parent) return;
  const copy = part.cloneNode(true) as Element;
  copy.setAttribute("aria-busy", "true");
  const fresh = next.querySelector(selector);
  if (fresh !== null) fresh.replaceWith(copy);
  else {
    const home = next.querySelector(`.${parent.className}`);
    const at = [...parent.children].indexOf(part);
    home?.insertBefore(copy, home.children[at] ?? null);
  }
}
