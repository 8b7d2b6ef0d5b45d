import {
  drawnList,
  drawRows,
  keysOf,
  layOut,
  noteLines,
  type Row,
  rowsOf,
  themeOf,
} from "./inquirer-page.js";
import type {
  LinePage,
  Page,
  Picked,
  PickedSeveral,
  Prompter,
  SeveralPage,
  TranscriptEntry,
} from "./prompter.js";
import type { Terminal } from "./terminal.js";
import { entryLines, Transcript } from "./transcript.js";
import { type Keyboard, type KeySource, withKeys } from "./with-keys.js";

export interface InquirerOptions extends Keyboard {
  readonly input: NodeJS.ReadableStream & KeySource;
  readonly output: NodeJS.WritableStream;
  /** Asked before each page, since a window can change its size. */
  readonly terminal: () => Terminal;
  /** Columns for the titles of records. */
  readonly titleWidth: number;
}

/** Prompts that are drawn in place and driven with the arrow keys. Answers stay on the screen as one line each. */
export class InquirerPrompter implements Prompter {
  readonly ways = "“Not sure yet” is an answer too. The left arrow goes back.";
  readonly #options: InquirerOptions;
  readonly #transcript = new Transcript();

  constructor(options: InquirerOptions) {
    this.#options = options;
  }

  async choose(page: Page): Promise<Picked> {
    const { select, Separator } = await loadPrompts();
    const terminal = this.#options.terminal();
    const rows = rowsOf(page, terminal);
    const yours = page.forward === "keep" ? ` ${terminal.palette.dim("(your answer)")}` : "";
    const label = (row: Row): string => row.label + (isCurrent(row, page) ? yours : "");
    const list = drawnList(rows, terminal);
    const lines = list.map((item) => (item.kind === "line" ? item.text : label(item.row)));
    const layout = layOut(page, lines, terminal);
    const keys = keysOf(page, terminal, { scrolls: layout.scrolls, several: false });
    const start = rows.find((row) => isCurrent(row, page));
    const config = {
      message: layout.heading,
      choices: drawRows(list, (row) => ({ value: row, name: label(row), description: row.help }), Separator),
      pageSize: layout.pageSize,
      loop: !layout.scrolls,
      ...(start === undefined ? {} : { default: start }),
      theme: themeOf(layout.help, terminal, keys),
    };
    const picked = await withKeys(
      this.#options,
      (key) => moveKey(page, key.name),
      (signal) => select(config, this.#context(signal)),
    );
    return "label" in picked ? pickedRow(picked) : picked;
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    const { checkbox, Separator } = await loadPrompts();
    const terminal = this.#options.terminal();
    const rows = rowsOf(page, terminal);
    const list = drawnList(rows, terminal);
    const lines = list.map(
      (item) => ` ${item.kind === "line" ? item.text : boxed(item.row, false, terminal)}`,
    );
    const layout = layOut(page, lines, terminal);
    let highlighted = rows[0];
    // Inquirer shows the description of the highlighted row, and so reports which row that is.
    const help = (description: string): string => {
      highlighted = rows[Number(description)];
      return layout.help(highlighted === undefined ? "" : highlighted.help);
    };
    const keys = keysOf(page, terminal, { scrolls: layout.scrolls, several: true });
    const theme = themeOf(help, terminal, keys);
    const config = {
      message: layout.heading,
      choices: drawRows(
        list,
        (row) => ({
          value: row,
          name: boxed(row, false, terminal),
          checkedName: boxed(row, true, terminal),
          checked: row.kind === "choice" && isCurrent(row, page),
          description: String(rows.indexOf(row)),
        }),
        Separator,
      ),
      pageSize: layout.pageSize,
      loop: !layout.scrolls,
      shortcuts: { all: null, invert: null },
      validate: (chosen: readonly { readonly value: Row }[]) =>
        severalProblem(page, new Set(chosen.map(({ value }) => value.id))) ?? true,
      theme: { ...theme, icon: { ...theme.icon, checked: "", unchecked: "" } },
    };
    const picked = await withKeys<readonly Row[], LeavingPick>(
      this.#options,
      (key) => (takes(key.name) ? leavingPick(highlighted) : moveKey(page, key.name)),
      (signal) => checkbox(config, this.#context(signal)),
    );
    if ("kind" in picked) return picked;
    const leaving = picked.map(leavingPick).find((each) => each !== null);
    return leaving ?? { kind: "choices", ids: picked.map(({ id }) => id) };
  }

  async line(page: LinePage): Promise<string | null> {
    const { input } = await loadPrompts();
    const terminal = this.#options.terminal();
    const message = [
      "",
      ...page.notes.flatMap((note) => noteLines(note, terminal)),
      terminal.palette.bold(page.ask),
    ].join("\n");
    const config = {
      message,
      default: page.initial,
      validate: (line: string) => page.check(line.trim()) ?? true,
      theme: {
        prefix: { idle: "", done: "" },
        style: {
          message: (text: string) => text,
          error: terminal.palette.bad,
          defaultAnswer: (text: string) => terminal.palette.dim(`(${text})`),
        },
      },
    };
    const typed = await withKeys(
      this.#options,
      (key) => (key.name === "escape" ? { kind: "back" as const } : null),
      (signal) => input(config, this.#context(signal)),
    );
    return typeof typed === "string" ? typed.trim() : null;
  }

  print(lines: readonly string[]): void {
    this.#transcript.add(lines.length);
    this.#options.output.write(lines.map((line) => `${line}\n`).join(""));
  }

  record(topic: string, entry: TranscriptEntry): void {
    const due = this.#transcript.open(topic);
    this.print(due ? ["", this.#options.terminal().palette.bold(topic)] : []);
    this.amend([entry]);
  }

  amend(entries: readonly TranscriptEntry[]): void {
    const terminal = this.#options.terminal();
    this.print(entries.flatMap((entry) => entryLines(entry, this.#options.titleWidth, terminal)));
  }

  takeBack(): void {
    const lines = this.#transcript.takeBack();
    if (lines > 0) this.#options.output.write(`\u001b[${lines}A\r\u001b[J`);
  }

  keepRecords(): void {
    this.#transcript.seal();
  }

  close(): void {}

  #context(signal: AbortSignal) {
    const { input, output } = this.#options;
    return { input, output, signal, clearPromptOnDone: true } as const;
  }
}

/** Loaded when the first prompt is shown: loading it takes longer than everything else. */
const loadPrompts = () => import("./prompts.js");

const isCurrent = (row: Row, { current }: Page): boolean => row.kind !== "back" && current.includes(row.id);

/** A row after its box; rows that are not choices have none. */
function boxed(row: Row, on: boolean, { unicode }: Terminal): string {
  const box = unicode ? (on ? "◼" : "◻") : on ? "[x]" : "[ ]";
  return (row.kind === "choice" ? `${box} ` : "  ") + row.label;
}

/** A reply that leaves a page without using the selected choices. */
type LeavingPick = Exclude<PickedSeveral, { readonly kind: "choices" }>;

/** Keys that leave a page whatever is highlighted. */
function moveKey(
  page: Page,
  name: string | undefined,
): { readonly kind: "back" } | { readonly kind: "forward" } | null {
  if (page.canGoBack && (name === "escape" || name === "left")) return { kind: "back" };
  return page.forward !== null && name === "right" ? { kind: "forward" } : null;
}

const takes = (name: string | undefined): boolean =>
  name === "return" || name === "enter" || name === "space";

function pickedRow({ kind, id }: Row): Picked {
  return kind === "back" ? { kind } : { kind, id };
}

/** What a row that is not a choice does; null for choices. */
function leavingPick(row: Row | undefined): LeavingPick | null {
  if (row === undefined || row.kind === "choice") return null;
  return row.kind === "move" ? { kind: "move", id: row.id } : { kind: "back" };
}

function severalProblem(page: SeveralPage, ids: ReadonlySet<string>): string | null {
  const none = page.choices.find(({ id }) => id === page.none);
  if (ids.size === 0) return "Nothing is selected: press the space bar on everything that applies.";
  if (none !== undefined && ids.has(none.id) && ids.size > 1)
    return `“${none.label}” cannot be combined with others.`;
  return null;
}
