import { isNumbered, isSeveral } from "./list-state.js";
import type { LinePage, Page, SeveralPage } from "./prompter.js";
import { paragraph, type Terminal, textWidth } from "./terminal.js";

/** A key, or keys, and what they do here. */
type KeyHint = readonly [key: string, does: string];

/** What the keys do on a page. */
export function pageKeys(
  page: Page | SeveralPage,
  list: { readonly scrolls: boolean; readonly notes: "more" | "less" | null },
  { unicode }: Terminal,
): readonly KeyHint[] {
  const several = isSeveral(page);
  const last = page.choices.length;
  const digits = !isNumbered(page) ? "" : last === 1 ? " or 1" : ` or 1-${last}`;
  const arrows = unicode ? "↑↓" : "up/down";
  const move: KeyHint = list.scrolls
    ? [`${arrows} PgUp PgDn`, "scroll"]
    : [several ? arrows : `${arrows}${digits}`, "move"];
  return [
    move,
    ...(several ? [[`space${digits}`, "mark"] as const] : []),
    ...(list.scrolls ? [["/", "find"] as const] : []),
    ...(page.tab === null ? [] : [["Tab", page.tab] as const]),
    [unicode ? "⏎" : "Enter", several ? "done" : "choose"],
    ...(list.notes === null ? [] : [["?", list.notes] as const]),
    ...(page.canGoBack ? [[unicode ? "←" : "left", "back"] as const] : []),
    ...(page.forward === null ? [] : [[unicode ? "→" : "right", page.forward] as const]),
    ["Ctrl-C", "stop"],
  ];
}

/** What has been typed to find a row, and what the keys do then. */
export function filterKeys(filter: string, several: boolean, { unicode }: Terminal): readonly KeyHint[] {
  return [
    ["/", `${filter}${unicode ? "▏" : "_"}`],
    ...(several ? [["space", "mark"] as const] : []),
    [unicode ? "⏎" : "Enter", several ? "all rows" : "choose"],
    ...(several ? [] : [["Esc", "all rows"] as const]),
  ];
}

export function drawnKeys(keys: readonly KeyHint[], terminal: Terminal): readonly string[] {
  const { palette, unicode } = terminal;
  const between = palette.dim(unicode ? " · " : ", ");
  const line = keys.map(([key, does]) => `${palette.bold(key)} ${palette.dim(does)}`).join(between);
  return paragraph(line, textWidth(terminal));
}

/** The keys of a line of input. */
export function lineKeys({ canGoBack }: LinePage, { unicode }: Terminal): readonly KeyHint[] {
  return [
    [unicode ? "⏎" : "Enter", "take it"],
    ...(canGoBack ? [["Esc", "back"] as const] : []),
    ["Ctrl-C", "stop"],
  ];
}
