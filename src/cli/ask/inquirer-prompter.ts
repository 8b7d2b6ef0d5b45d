import { drawnList, drawRows, keysOf, type Row, rowsOf, themeOf } from "./inquirer-rows.js";
import type { Look } from "./look.js";
import { layOut, noteLines } from "./page-layout.js";
import type { Entry, LinePage, Page, Picked, PickedSeveral, Prompter, SeveralPage } from "./prompter.js";
import { entryLines, Transcript } from "./transcript.js";
import { type KeySource, withKeys } from "./with-keys.js";

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

/** Prompts that are drawn in place and driven with the arrow keys. Answers stay on the screen as one line each. */
export class InquirerPrompter implements Prompter {
  readonly ways = "“Not sure yet” is an answer too. The left arrow goes back.";
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
    const yours = page.forward === "keep" ? ` ${look.palette.dim("(your answer)")}` : "";
    const label = (row: Row): string =>
      row.label + (row.kind !== "back" && page.current.includes(row.id) ? yours : "");
    const list = drawnList(rows, look);
    const layout = layOut(
      page,
      list.map((item) => (item.kind === "line" ? item.text : label(item.row))),
      look,
    );
    const start = rows.find(({ id, kind }) => kind !== "back" && page.current.includes(id)) ?? rows[0];
    const picked = await withKeys(
      this.#options.input,
      (key) => moveKey(page, key.name),
      (signal) =>
        select(
          {
            message: layout.heading,
            choices: drawRows(
              list,
              (row) => ({ value: row, name: label(row), description: row.help }),
              Separator,
            ),
            pageSize: layout.pageSize,
            loop: !layout.scrolls,
            ...(start === undefined ? {} : { default: start }),
            theme: themeOf(layout, look, keysOf(page, look, { scrolls: layout.scrolls, several: false })),
          },
          this.#context(signal),
        ),
    );
    return picked.kind === "choice" || picked.kind === "move"
      ? { kind: picked.kind, id: picked.id }
      : { kind: picked.kind };
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    const { checkbox, Separator } = await this.#load();
    const look = this.#options.look();
    const rows = rowsOf(page, look);
    const list = drawnList(rows, look);
    const layout = layOut(
      page,
      list.map((item) => ` ${item.kind === "line" ? item.text : boxed(item.row, false, look)}`),
      look,
    );
    // Inquirer tells nobody which row is highlighted but the theme that colours it.
    let active: Row | undefined = rows[0];
    const theme = themeOf(layout, look, keysOf(page, look, { scrolls: layout.scrolls, several: true }));
    const highlight = (text: string): string => {
      active = rows.find((row) => [true, false].some((on) => text.endsWith(boxed(row, on, look))));
      return theme.style.highlight(text);
    };
    const choices = drawRows(
      list,
      (row) => ({
        value: row,
        name: boxed(row, false, look),
        checkedName: boxed(row, true, look),
        checked: page.current.includes(row.id) && row.kind === "choice",
        description: row.help,
      }),
      Separator,
    );
    const picked = await withKeys<readonly Row[], EarlyPick>(
      this.#options.input,
      (key) => (takes(key.name) ? earlyRow(active) : moveKey(page, key.name)),
      (signal) =>
        checkbox(
          {
            message: layout.heading,
            choices,
            pageSize: layout.pageSize,
            loop: !layout.scrolls,
            shortcuts: { all: null, invert: null },
            validate: (chosen) =>
              severalProblem(
                page,
                chosen.map(({ value }) => value.id),
              ) ?? true,
            theme: {
              ...theme,
              icon: { ...theme.icon, checked: "", unchecked: "" },
              style: { ...theme.style, highlight },
            },
          },
          this.#context(signal),
        ),
    );
    if ("kind" in picked) return picked;
    return (
      picked.map(earlyRow).find((other) => other !== null) ?? {
        kind: "choices",
        ids: picked.map(({ id }) => id),
      }
    );
  }

  async line(page: LinePage): Promise<string | null> {
    const { input } = await this.#load();
    const look = this.#options.look();
    const message = [
      "",
      ...page.notes.flatMap((note) => noteLines(note, look)),
      look.palette.bold(page.ask),
    ].join("\n");
    const config = {
      message,
      default: page.initial,
      validate: (line: string) => page.check(line.trim()) ?? true,
      theme: {
        prefix: { idle: "", done: "" },
        style: {
          message: (text: string) => text,
          error: look.palette.bad,
          defaultAnswer: (text: string) => look.palette.dim(`(${text})`),
        },
      },
    };
    const typed = await withKeys(
      this.#options.input,
      (key) => (key.name === "escape" ? { kind: "back" as const } : null),
      (signal) => input(config, this.#context(signal)),
    );
    return typeof typed === "string" ? typed.trim() : null;
  }

  tell(lines: readonly string[]): void {
    this.#transcript.add(lines.length);
    this.#options.output.write(lines.map((line) => `${line}\n`).join(""));
  }

  record(topic: string, entry: Entry): void {
    const due = this.#transcript.open(topic);
    this.tell(due ? ["", this.#options.look().palette.bold(topic)] : []);
    this.amend([entry]);
  }

  amend(entries: readonly Entry[]): void {
    const look = this.#options.look();
    this.tell(entries.flatMap((entry) => entryLines(entry, this.#options.titleWidth, look)));
  }

  takeBack(): void {
    const lines = this.#transcript.takeBack() ?? 0;
    if (lines > 0) this.#options.output.write(`\u001b[${lines}A\r\u001b[J`);
  }

  keepRecords(): void {
    this.#transcript.seal();
  }

  close(): void {}

  #load(): Promise<Prompts> {
    this.#prompts ??= (this.#options.load ?? (() => import("./prompts.js")))();
    return this.#prompts;
  }

  #context(signal: AbortSignal): {
    readonly input: NodeJS.ReadableStream;
    readonly output: NodeJS.WritableStream;
    readonly signal: AbortSignal;
    readonly clearPromptOnDone: true;
  } {
    const { input, output } = this.#options;
    return { input, output, signal, clearPromptOnDone: true };
  }
}

/** A row behind its box; rows that are no choice have none. */
function boxed(row: Row, on: boolean, { unicode }: Look): string {
  const box = unicode ? (on ? "◼" : "◻") : on ? "[x]" : "[ ]";
  return (row.kind === "choice" ? `${box} ` : "  ") + row.label;
}

type EarlyPick = Exclude<PickedSeveral, { readonly kind: "choices" }>;

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

/** What a row that is no choice stands for; null for choices. */
function earlyRow(row: Row | undefined): EarlyPick | null {
  if (row === undefined || row.kind === "choice") return null;
  return row.kind === "move" ? { kind: "move", id: row.id } : { kind: "back" };
}

function severalProblem(page: SeveralPage, ids: readonly string[]): string | null {
  const none = page.choices.find(({ id }) => id === page.none);
  if (ids.length === 0) return "Nothing is marked: mark with the space bar whatever applies.";
  if (none !== undefined && ids.includes(none.id) && ids.length > 1)
    return `“${none.label}” goes with no other.`;
  return null;
}
