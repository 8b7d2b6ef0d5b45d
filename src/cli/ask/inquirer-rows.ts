import type { Layout, Row } from "./inquirer-page.js";
import type { Page, Picked, PickedSeveral, SeveralPage } from "./prompter.js";
import type { Terminal } from "./terminal.js";

/** The number of the row that is highlighted; null before the page is drawn. */
export interface Highlight {
  index: number | null;
}

/** Draws the help of the highlighted row and notes which one that is: Inquirer asks for it by what we gave as its description. */
export const helpOf =
  (rows: readonly Row[], layout: Layout, note: (index: number) => void) =>
  (description: string): string => {
    const index = Number(description);
    note(index);
    return layout.help(rows[index]?.help ?? "");
  };

export const isCurrent = (row: Row, { current }: Page): boolean =>
  row.kind !== "back" && current.includes(row.id);

/** A row after its box; rows that are not choices have none. */
export function boxed(row: Row, on: boolean, { unicode }: Terminal): string {
  const box = unicode ? (on ? "◼" : "◻") : on ? "[x]" : "[ ]";
  return (row.kind === "choice" ? `${box} ` : "  ") + row.label;
}

/** A reply that leaves a page without using the selected choices. */
export type LeavingPick = Exclude<PickedSeveral, { readonly kind: "choices" }>;

/** Keys that leave a page whatever is highlighted. */
export function moveKey(
  page: Page,
  name: string | undefined,
): { readonly kind: "back" } | { readonly kind: "forward" } | null {
  if (page.canGoBack && (name === "escape" || name === "left")) return { kind: "back" };
  return page.forward !== null && name === "right" ? { kind: "forward" } : null;
}

export const takes = (name: string | undefined): boolean =>
  name === "return" || name === "enter" || name === "space";

export function pickedRow({ kind, id }: Row): Picked {
  return kind === "back" ? { kind } : { kind, id };
}

/** What a row that is not a choice does; null for choices. */
export function leavingPick(row: Row | undefined): LeavingPick | null {
  if (row === undefined || row.kind === "choice") return null;
  return row.kind === "move" ? { kind: "move", id: row.id } : { kind: "back" };
}

export function severalProblem(page: SeveralPage, ids: ReadonlySet<string>): string | null {
  const none = page.choices.find(({ id }) => id === page.none);
  if (ids.size === 0) return "Nothing is selected: press the space bar on everything that applies.";
  if (none !== undefined && ids.has(none.id) && ids.size > 1)
    return `“${none.label}” cannot be combined with others.`;
  return null;
}
