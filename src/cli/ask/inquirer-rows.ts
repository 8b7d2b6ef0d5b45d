import type { Separator as SeparatorClass } from "@inquirer/prompts";
import type { Look } from "./look.js";
import type { Layout } from "./page-layout.js";
import type { Page } from "./prompter.js";

/** A line of the list that can be chosen. */
export interface Row {
  readonly kind: "choice" | "move" | "back";
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly group: string;
}

export type ListItem =
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "line"; readonly text: string };

export function rowsOf(page: Page, look: Look): readonly Row[] {
  const choices = page.choices.map((choice): Row => ({ kind: "choice", ...choice }));
  const moves = page.moves.map(({ id, label, help }): Row => ({ kind: "move", id, label, help, group: "" }));
  const help = "Its answer is kept until you change it.";
  const back: Row = { kind: "back", id: "", label: look.unicode ? "← Back" : "< Back", help, group: "" };
  const last = page.canGoBack ? [back] : [];
  return page.movesFirst ? [...moves, ...last, ...choices] : [...choices, ...moves, ...last];
}

/** The rows with a heading over each group, and a rule between choices and moves. */
export function drawnList(rows: readonly Row[], look: Look): readonly ListItem[] {
  const rule = look.palette.dim((look.unicode ? "─" : "-").repeat(12));
  return rows.flatMap((row, index): readonly ListItem[] => {
    const before = rows[index - 1];
    const item: ListItem = { kind: "row", row };
    if (row.group !== "" && row.group !== before?.group)
      return [{ kind: "line", text: look.palette.bold(row.group) }, item];
    const crosses = before !== undefined && (before.kind === "choice") !== (row.kind === "choice");
    return crosses ? [{ kind: "line", text: rule }, item] : [item];
  });
}

/** The list as Inquirer takes it. */
export function drawRows<Choice>(
  list: readonly ListItem[],
  choice: (row: Row) => Choice,
  Separator: typeof SeparatorClass,
): (Choice | SeparatorClass)[] {
  return list.map((item) => (item.kind === "line" ? new Separator(item.text) : choice(item.row)));
}

/** The line that says what the keys do. */
export function keysOf(
  page: Page,
  look: Look,
  list: { readonly scrolls: boolean; readonly several: boolean },
): string {
  const { palette, unicode } = look;
  const keys = [
    [unicode ? "↑↓" : "up/down", list.scrolls ? "scroll" : "move"],
    ...(list.several ? [["space", "mark"]] : []),
    [unicode ? "⏎" : "Enter", list.several ? "done" : "choose"],
    ...(page.canGoBack ? [[unicode ? "←" : "left", "back"]] : []),
    ...(page.forward === null ? [] : [[unicode ? "→" : "right", page.forward]]),
    ["Ctrl-C", "stop"],
  ];
  const between = palette.dim(unicode ? " · " : ", ");
  return keys.map(([key, does]) => `${palette.bold(key ?? "")} ${palette.dim(does ?? "")}`).join(between);
}

/** Inquirer's look, made ours: colours only where they were decided on, and nothing left behind once a page is done. */
export function themeOf(layout: Layout, look: Look, keys: string) {
  const { palette, unicode } = look;
  return {
    prefix: { idle: "", done: "" },
    icon: { cursor: unicode ? "❯" : ">" },
    // With it j and k move too; without it every key that means nothing else, such as Tab, would jump to the first row.
    keybindings: ["vim" as const],
    style: {
      message: (text: string) => text,
      answer: () => "",
      highlight: (text: string) => palette.stateless(text),
      description: (text: string) => layout.help(text),
      error: (text: string) => palette.bad(text),
      keysHelpTip: () => keys,
      renderSelectedChoices: () => "",
    },
  };
}
