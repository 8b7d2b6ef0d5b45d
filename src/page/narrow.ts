import { the } from "./element.js";

/** A part of the page that is folded where there is little room. */
interface Foldable {
  readonly part: HTMLDetailsElement;
  /** Whether it is open on a narrow page too, at first. */
  readonly isOpenAnyway: boolean;
}

/** Opens the parts for good where they fit beside the rest, and lets them be folded where they do not. */
export function openWhereWide(parts: readonly Foldable[]): void {
  const wide = matchMedia("(min-width: 62.5em)");
  const apply = (): void => {
    for (const { part, isOpenAnyway } of parts) {
      part.open = wide.matches || isOpenAnyway;
      the("summary", part).tabIndex = wide.matches ? -1 : 0;
    }
  };
  for (const { part } of parts)
    the("summary", part).addEventListener("click", (event) => {
      if (wide.matches) event.preventDefault();
    });
  wide.addEventListener("change", apply);
  apply();
}
