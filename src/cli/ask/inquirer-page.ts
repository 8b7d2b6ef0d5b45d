import type { Separator as SeparatorClass } from "@inquirer/prompts";
import type { Note, Page } from "./prompter.js";
import { paragraph, rowsTaken, type Terminal, textWidth } from "./terminal.js";

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

export function rowsOf(page: Page, terminal: Terminal): readonly Row[] {
  const choices = page.choices.map((choice): Row => ({ kind: "choice", ...choice }));
  const moves = page.moves.map(({ id, label, help }): Row => ({ kind: "move", id, label, help, group: "" }));
  const help = "Its answer is kept until you change it.";
  const back: Row = { kind: "back", id: "", label: terminal.unicode ? "← Back" : "< Back", help, group: "" };
  const last = page.canGoBack ? [back] : [];
  return page.movesFirst ? [...moves, ...last, ...choices] : [...choices, ...moves, ...last];
}

/** The rows with a heading above each group, and a rule between choices and moves. */
export function drawnList(rows: readonly Row[], terminal: Terminal): readonly ListItem[] {
  const rule = terminal.palette.dim((terminal.unicode ? "─" : "-").repeat(12));
  return rows.flatMap((row, index): readonly ListItem[] => {
    const before = rows[index - 1];
    const item: ListItem = { kind: "row", row };
    if (row.group !== "" && row.group !== before?.group)
      return [{ kind: "line", text: terminal.palette.bold(row.group) }, item];
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
  terminal: Terminal,
  list: { readonly scrolls: boolean; readonly several: boolean },
): string {
  const { palette, unicode } = terminal;
  const keys: readonly (readonly [key: string, does: string])[] = [
    [unicode ? "↑↓" : "up/down", list.scrolls ? "scroll" : "move"],
    ...(list.several ? [["space", "mark"] as const] : []),
    [unicode ? "⏎" : "Enter", list.several ? "done" : "choose"],
    ...(page.canGoBack ? [[unicode ? "←" : "left", "back"] as const] : []),
    ...(page.forward === null ? [] : [[unicode ? "→" : "right", page.forward] as const]),
    ["Ctrl-C", "stop"],
  ];
  const between = palette.dim(unicode ? " · " : ", ");
  return keys.map(([key, does]) => `${palette.bold(key)} ${palette.dim(does)}`).join(between);
}

/** Inquirer in our colours (possibly none), leaving nothing on the screen once a page is done. */
export function themeOf(help: (description: string) => string, terminal: Terminal, keys: string) {
  const { palette, unicode } = terminal;
  return {
    prefix: { idle: "", done: "" },
    icon: { cursor: unicode ? "❯" : ">" },
    // Lets j and k move as well; otherwise unassigned keys such as Tab would jump to the first row.
    keybindings: ["vim" as const],
    style: {
      message: (text: string) => text,
      answer: () => "",
      highlight: (text: string) => palette.stateless(text),
      description: help,
      error: (text: string) => palette.bad(text),
      keysHelpTip: () => keys,
      renderSelectedChoices: () => "",
    },
  };
}

/** A page fitted to the screen. */
export interface Layout {
  /** Above the choices. */
  readonly heading: string;
  /** Lines for the list of choices, which scrolls if it is longer. */
  readonly pageSize: number;
  readonly scrolls: boolean;
  /** The help of the highlighted choice, always this many lines high, so that nothing jumps. */
  readonly help: (text: string) => string;
}

/** Notes are dropped so that at least this many lines of the list show. */
const wantedLines = 10;
const indent = 2;

/**
 * Fits a page to the screen's rows: first the blank lines go, then the notes from the last, then the list scrolls.
 * `names` are the list's lines as they are drawn, the cursor's two columns left out.
 */
export function layOut(page: Page, names: readonly string[], terminal: Terminal): Layout {
  const width = textWidth(terminal);
  const helps = [...page.choices, ...page.moves].map(({ help }) => paragraph(help, width - indent).length);
  const helpLines = Math.max(1, ...helps);
  const listLines = rowsTaken(names, terminal.columns - 2);
  // Below the list: a blank line, the help, the keys; and one row is kept free, so that drawing never scrolls.
  const rows = terminal.rows - 1 - (1 + helpLines + 1);
  const variants = [
    heading(page, page.notes, true, terminal),
    ...page.notes.map((_, index) =>
      heading(page, page.notes.slice(0, page.notes.length - index), false, terminal),
    ),
  ];
  const fits = (lines: readonly string[]): boolean => rows - lines.length >= Math.min(listLines, wantedLines);
  const chosen = variants.find(fits) ?? heading(page, [], false, terminal);
  const pageSize = Math.max(3, Math.min(listLines, rows - chosen.length));
  return {
    heading: chosen.join("\n"),
    pageSize,
    scrolls: listLines > pageSize,
    help: (text) => {
      const lines = paragraph(text, width - indent).map(
        (line) => " ".repeat(indent) + terminal.palette.dim(line),
      );
      return [...lines, ...new Array<string>(Math.max(0, helpLines - lines.length)).fill("")].join("\n");
    },
  };
}

function heading(page: Page, notes: readonly Note[], airy: boolean, terminal: Terminal): readonly string[] {
  const { palette } = terminal;
  const width = textWidth(terminal);
  const blank = airy ? [""] : [];
  return [
    ...blank,
    ...(page.place === "" ? [] : paragraph(page.place, width).map((line) => palette.dim(line))),
    ...paragraph(page.ask, width).map((line) => palette.bold(line)),
    ...notes.flatMap((note) => noteLines(note, terminal)),
    ...blank,
  ];
}

/** A note as a paragraph after its label. */
export function noteLines({ label, text }: Note, terminal: Terminal): readonly string[] {
  return paragraph(label === "" ? text : `${terminal.palette.dim(`${label}:`)} ${text}`, textWidth(terminal));
}
