import { drawPage, type PageStreams, type Resized, untilAnswered } from "./draw-page.js";
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
import {
  boxed,
  type Highlight,
  helpOf,
  isCurrent,
  type LeavingPick,
  leavingPick,
  moveKey,
  pickedRow,
  severalProblem,
  takes,
} from "./inquirer-rows.js";
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
import { withKeys } from "./with-keys.js";

export interface InquirerOptions extends PageStreams {
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

  choose(page: Page): Promise<Picked> {
    const highlight: Highlight = { index: null };
    return untilAnswered(() => this.#choose(page, highlight));
  }

  /** @param highlight where to begin; kept up to date */
  async #choose(page: Page, highlight: Highlight): Promise<Picked | Resized> {
    const { select, Separator } = await loadPrompts();
    const terminal = this.#options.terminal();
    const rows = rowsOf(page, terminal);
    const yours = page.forward === "keep" ? ` ${terminal.palette.dim("(your answer)")}` : "";
    const label = (row: Row): string => row.label + (isCurrent(row, page) ? yours : "");
    const list = drawnList(rows, terminal);
    const lines = list.map((item) => (item.kind === "line" ? item.text : label(item.row)));
    const layout = layOut(page, lines, terminal);
    const keys = keysOf(page, terminal, { scrolls: layout.scrolls, several: false });
    const start = rows[highlight.index ?? rows.findIndex((row) => isCurrent(row, page))];
    const help = helpOf(rows, layout, (index) => {
      highlight.index = index;
    });
    const config = {
      message: layout.heading,
      choices: drawRows(
        list,
        (row) => ({ value: row, name: label(row), description: String(rows.indexOf(row)) }),
        Separator,
      ),
      pageSize: layout.pageSize,
      loop: !layout.scrolls,
      ...(start === undefined ? {} : { default: start }),
      theme: themeOf(help, terminal, keys),
    };
    const picked = await drawPage(
      this.#options,
      (key) => moveKey(page, key.name),
      (context) => select(config, context),
    );
    return "label" in picked ? pickedRow(picked) : picked;
  }

  chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    const marked = new Set(page.current);
    return untilAnswered(() => this.#chooseSeveral({ ...page, current: [...marked] }, marked));
  }

  /** @param marked kept up to date with what is marked */
  async #chooseSeveral(page: SeveralPage, marked: Set<string>): Promise<PickedSeveral | Resized> {
    const { checkbox, Separator } = await loadPrompts();
    const terminal = this.#options.terminal();
    const rows = rowsOf(page, terminal);
    const list = drawnList(rows, terminal);
    const lines = list.map(
      (item) => ` ${item.kind === "line" ? item.text : boxed(item.row, false, terminal)}`,
    );
    const layout = layOut(page, lines, terminal);
    let highlighted = rows[0];
    let drawn = "";
    const help = helpOf(rows, layout, (index) => {
      highlighted = rows[index];
      if (highlighted?.kind !== "choice") return;
      // Only the highlighted row can be marked, and it is drawn before its help.
      if (drawn.endsWith(boxed(highlighted, true, terminal))) marked.add(highlighted.id);
      else marked.delete(highlighted.id);
    });
    const keys = keysOf(page, terminal, { scrolls: layout.scrolls, several: true });
    const theme = themeOf(help, terminal, keys);
    const highlight = (text: string): string => {
      drawn = text;
      return theme.style.highlight(text);
    };
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
      theme: {
        ...theme,
        style: { ...theme.style, highlight },
        icon: { ...theme.icon, checked: "", unchecked: "" },
      },
    };
    const picked = await drawPage<readonly Row[], LeavingPick>(
      this.#options,
      (key) => (takes(key.name) ? leavingPick(highlighted) : moveKey(page, key.name)),
      (context) => checkbox(config, context),
    );
    if ("kind" in picked) return picked;
    const leaving = picked.map(leavingPick).find((each) => each !== null);
    return leaving ?? { kind: "choices", ids: picked.map(({ id }) => id) };
  }

  async line(page: LinePage): Promise<string | null> {
    const { input } = await loadPrompts();
    const { input: from, output } = this.#options;
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
      (signal) => input(config, { input: from, output, signal, clearPromptOnDone: true }),
    );
    return typeof typed === "string" ? typed.trim() : null;
  }

  print(lines: readonly string[]): void {
    this.#transcript.add(lines);
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
    const rows = this.#transcript.takeBack(this.#options.terminal().columns);
    if (rows > 0) this.#options.output.write(`\u001b[${rows}A\r\u001b[J`);
  }

  keepRecords(): void {
    this.#transcript.seal();
  }

  close(): void {}
}

/** Loaded when the first prompt is shown: loading it takes longer than everything else. */
const loadPrompts = () => import("./prompts.js");
