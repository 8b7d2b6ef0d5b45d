import { element, the } from "./element.js";

/** The page's contents list, of the sections that a report has now. */
export function showContents(anchor: string, report: HTMLElement): void {
  const list = the(`nav dt:has(a[href="#${anchor}"]) + dd > ul`);
  const titles = report.querySelectorAll(".sections > section > h3, .sections > h3");
  const shown = [...titles].filter(
    (title) => title.checkVisibility() || document.getElementById(`${title.id}-live`) !== null,
  );
  list.replaceChildren(
    ...shown.map(({ id, textContent }) => element("li", {}, element("a", { href: `#${id}` }, textContent))),
  );
}

/** The page's title, by the services and surfaces on it. */
export function showTitle(about: string): void {
  document.title = `${about}: stateless or stateful?`;
  the("h1").textContent = document.title;
}
