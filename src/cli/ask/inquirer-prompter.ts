import { type Key, type KeySource, withKeys } from "./back-keys.js";
import type { Look } from "./look.js";
import { type Layout, layOut, noteLines } from "./page-layout.js";
import type { Entry, LinePage, Note, Page, Picked, PickedSeveral, Prompter, SeveralPage } from "./prompter.js";
import { entryLines, Transcript } from "./transcript.js";

/** What is used of the package; loaded when the first prompt is shown, since it takes longer than all the rest. */
export type Prompts = Pick<typeof import("@inquirer/prompts"), "select" | "checkbox" | "input" | "Separator">;

export interface InquirerOptions {
  readonly input: NodeJS.ReadableStream & KeySource;
  readonly output: NodeJS.WritableStream;
  /** Asked before each page, since a window can change its size. */
  readonly look: () => Look;
  /** Columns for the titles of records. */
  readonly titleWidth: number;
  readonly load?: () => Promise<Prompts>;
}

type Row = { readonly kind: "choice" | "move" | "back"; readonly id: string; readonly label: string; readonly help: string };

/** Prompts that are drawn in place and driven with the arrow keys. Answers stay on the screen as one line each. */
export class InquirerPrompter implements Prompter {
  readonly #options: InquirerOptions;
  readonly #transcript = new Transcript();
  #prompts: Promise<Prompts> | null = null;

  constructor(options: InquirerOptions) {
    this.#options = options;
  }

  async choose(page: Page): Promise<Picked> {
    const { select, Separator } = await this.#load();
    const look = this.#options.look();
    const rows = rowsOf(page, look);
    const label = (row: Row): string => row.label + (row.kind === "choice" && page.current.includes(row.id) ? yours(look) : "");
    const layout = layOut(page, listNames(rows, label), look);
    const line = new Separator(look.palette.dim((look.unicode ? "─" : "-").repeat(12)));
    const list = rows.map((row) => ({ value: row, name: label(row), description: row.help }));
    const split = rows.findIndex(({ kind }) => kind !== "choice");
    const choices = split <= 0 ? list : [...list.slice(0, split), line, ...list.slice(split)];
    const start = rows.find(({ id, kind }) => kind !== "back" && page.current.includes(id)) ?? rows[0];
    const picked = await withKeys(this.#options.input, page.canGoBack ? backKey : noKey, (signal) =>
      select(
        {
          message: layout.heading,
          choices,
          pageSize: layout.pageSize,
          loop: !layout.scrolls,
          ...(start === undefined ? {} : { default: start }),
          theme: themeOf(layout, look, keysOf(page, look, false)),
        },
        this.#context(signal),
      ),
    );
    return picked.kind === "back" ? { kind: "back" } : { kind: picked.kind, id: picked.id };
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    const { checkbox, Separator } = await this.#load();
    const look = this.#options.look();
    const rows = rowsOf(page, look);
    const boxed = (row: Row, on: boolean): string => (row.kind === "choice" ? `${box(look, on)} ` : "  ") + row.label;
    const layout = layOut(page, listNames(rows, (row) => ` ${boxed(row, false)}`), look);
    const line = new Separator(look.palette.dim((look.unicode ? "─" : "-").repeat(12)));
    const list = rows.map((row) => ({
      value: row,
      name: boxed(row, false),
      checkedName: boxed(row, true),
      checked: page.current.includes(row.id) && row.kind === "choice",
      description: row.help,
    }));
    const split = rows.findIndex(({ kind }) => kind !== "choice");
    const choices = split <= 0 ? list : [...list.slice(0, split), line, ...list.slice(split)];
    // Inquirer tells nobody which row is highlighted but the theme that colours it.
    let active: Row | undefined = rows[0];
    const theme = themeOf(layout, look, keysOf(page, look, true));
    const highlight = (text: string): string => {
      active = rows.find((row) => text.endsWith(boxed(row, true)) || text.endsWith(boxed(row, false)));
      return theme.style.highlight(text);
    };
    const early = (key: Key): Row | null => {
      const taken = key.name === "return" || key.name === "enter" || key.name === "space";
      if (taken && active !== undefined && active.kind !== "choice") return active;
      return page.canGoBack ? backKey(key) : null;
    };
    const picked = await withKeys(this.#options.input, early, (signal) =>
      checkbox(
        {
          message: layout.heading,
          choices,
          pageSize: layout.pageSize,
          loop: !layout.scrolls,
          shortcuts: { all: null, invert: null },
          validate: (chosen) => severalProblem(page, chosen.map(({ value }) => value)) ?? true,
          theme: { ...theme, icon: { ...theme.icon, checked: "", unchecked: "" }, style: { ...theme.style, highlight } },
        },
        this.#context(signal),
      ),
    );
    if (!Array.isArray(picked)) return earlyPick(picked as Row);
    const other = picked.find(({ kind }) => kind !== "choice");
    return other === undefined ? { kind: "choices", ids: picked.map(({ id }) => id) } : earlyPick(other);
  }

  async line(page: LinePage): Promise<string> {
    const { input } = await this.#load();
    const look = this.#options.look();
    const above = page.notes.flatMap((note) => noteLines(note, look));
    const message = ["", ...above, page.ask].join("\n");
    const check = (line: string): true | string => page.check(line.trim()) ?? true;
    const typed = await input(
      { message, default: page.initial, validate: check, theme: { prefix: { idle: "", done: "" } } },
      this.#context(),
    );
    return typed.trim();
  }

  tell(notes: readonly Note[]): void {
    const look = this.#options.look();
    this.#write(notes.flatMap((note) => noteLines(note, look)));
  }

  record(topic: string, entries: readonly Entry[]): void {
    const look = this.#options.look();
    const due = this.#transcript.open(topic);
    const heading = due ? ["", look.palette.bold(topic)] : [];
    this.#write([...heading, ...entries.flatMap((entry) => entryLines(entry, this.#options.titleWidth, look))]);
  }

  takeBack(): void {
    const lines = this.#transcript.takeBack();
    if (lines !== null && lines > 0) this.#options.output.write(`\u001b[${lines}A\r\u001b[J`);
  }

  keepRecords(): void {
    this.#transcript.seal();
  }

  close(): void {}

  #write(lines: readonly string[]): void {
    this.#transcript.add(lines.length);
    this.#options.output.write(lines.map((line) => `${line}\n`).join(""));
  }

  #load(): Promise<Prompts> {
    this.#prompts ??= (this.#options.load ?? (() => import("@inquirer/prompts")))();
    return this.#prompts;
  }

  #context(signal?: AbortSignal): object {
    const { input, output } = this.#options;
    return { input, output, clearPromptOnDone: true, ...(signal === undefined ? {} : { signal }) };
  }
}

const backRow: Row = { kind: "back", id: "", label: "", help: "To the question before; its answer is kept until you change it." };
const backKey = (key: Key): Row | null => (key.name === "escape" || key.name === "left" ? backRow : null);
const noKey = (): null => null;

function rowsOf(page: Page, look: Look): readonly Row[] {
  const back = { ...backRow, label: look.unicode ? "← Back" : "< Back" };
  return [
    ...page.choices.map((choice): Row => ({ kind: "choice", ...choice })),
    ...page.moves.map(({ id, label, help }): Row => ({ kind: "move", id, label, help })),
    ...(page.canGoBack ? [back] : []),
  ];
}

/** The list as it is drawn, its dividing line included. */
function listNames(rows: readonly Row[], label: (row: Row) => string): readonly string[] {
  const names = rows.map(label);
  return rows.some(({ kind }) => kind === "choice") && rows.some(({ kind }) => kind !== "choice") ? [...names, "-"] : names;
}

const yours = (look: Look): string => ` ${look.palette.dim("(your answer)")}`;
const box = (look: Look, on: boolean): string => (look.unicode ? (on ? "◼" : "◻") : on ? "[x]" : "[ ]");

function keysOf(page: Page, look: Look, several: boolean): string {
  const u = look.unicode;
  const keys = [
    [u ? "↑↓" : "up/down", "move"],
    ...(several ? [["space", "mark"]] : []),
    [u ? "⏎" : "Enter", several ? "go on" : "choose"],
    ...(page.canGoBack ? [[u ? "←" : "left", "back"]] : []),
    ["Ctrl-C", "stop"],
  ];
  return keys.map(([key, does]) => `${look.palette.bold(key ?? "")} ${look.palette.dim(does ?? "")}`).join(look.palette.dim(u ? " · " : ", "));
}

function themeOf(layout: Layout, look: Look, keys: string) {
  const { palette, unicode } = look;
  return {
    prefix: { idle: "", done: "" },
    icon: { cursor: unicode ? "❯" : ">" },
    style: {
      message: (text: string) => text,
      answer: () => "",
      highlight: (text: string) => palette.heading(text),
      description: (text: string) => layout.help(text),
      error: (text: string) => palette.bad(text),
      keysHelpTip: () => keys,
    },
  };
}

function severalProblem(page: SeveralPage, rows: readonly Row[]): string | null {
  const ids = rows.map(({ id }) => id);
  const none = page.choices.find(({ id }) => id === page.none);
  if (ids.length === 0) return "Nothing is marked: mark with space whatever applies, or choose one of the entries at the end.";
  if (none !== undefined && ids.includes(none.id) && ids.length > 1) return `“${none.label}” goes with no other: take one or the other off.`;
  return null;
}

const earlyPick = ({ kind, id }: Row): PickedSeveral => (kind === "move" ? { kind, id } : { kind: "back" });
