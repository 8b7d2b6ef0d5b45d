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
      summaryOf(part).tabIndex = wide.matches ? -1 : 0;
    }
  };
  for (const { part } of parts)
    summaryOf(part).addEventListener("click", (event) => {
      if (wide.matches) event.preventDefault();
    });
  wide.addEventListener("change", apply);
  apply();
}

function summaryOf(part: HTMLDetailsElement): HTMLElement {
  const summary = part.querySelector("summary");
  if (summary === null) throw new Error("a part that folds needs a summary");
  return summary;
}
