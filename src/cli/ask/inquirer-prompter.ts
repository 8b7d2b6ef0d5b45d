import { printable } from "../../engine/diagnostics/plain-text.js";
import { drawPage, type PageStreams } from "./draw-page.js";
import { noteLines } from "./inquirer-page.js";
import { type ListState, rowsOf, startState } from "./list-state.js";
import { drawnKeys, lineKeys } from "./page-keys.js";
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

  async choose(page: Page): Promise<Picked> {
    const picked = await this.#pick(page);
    if (picked.kind === "choices") throw new TypeError("this page takes one choice");
    return picked;
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    const picked = await this.#pick(page);
    if (picked.kind === "choice") throw new TypeError("this page takes several choices");
    return picked;
  }

  async #pick(page: Page | SeveralPage): Promise<Picked | PickedSeveral> {
    const { list } = await loadPrompts();
    const rows = rowsOf(page, this.#options.terminal().unicode ? "← Back" : "< Back");
    let state = startState(page, rows);
    // What is being typed does not outlive a page that is drawn anew.
    const onState = (next: ListState): void => {
      state = { ...next, filter: null };
    };
    return drawPage(this.#options, (context) =>
      list({ page, rows, terminal: this.#options.terminal(), start: state, onState }, context),
    );
  }

  async line(page: LinePage): Promise<string | null> {
    const { input } = await loadPrompts();
    const { input: from, output } = this.#options;
    const terminal = this.#options.terminal();
    const message = [
      "",
      ...page.notes.flatMap((note) => noteLines(note, terminal)),
      ...drawnKeys(lineKeys(page, terminal), terminal),
      terminal.palette.bold(page.ask),
    ].join("\n");
    let current = "";
    const config = {
      message,
      default: page.initial,
      validate: (line: string) => page.check(line.trim()) ?? true,
      transformer: (line: string) => {
        current = line;
        return line;
      },
      theme: {
        prefix: { idle: "", done: "" },
        style: {
          message: (text: string) => text,
          error: terminal.palette.bad,
          defaultAnswer: (text: string) => terminal.palette.dim(`(${printable(text)})`),
        },
      },
    };
    const typed = await withKeys(
      this.#options,
      (key) => (page.canGoBack && key.name === "escape" ? { kind: "back" as const } : null),
      (signal) => input(config, { input: from, output, signal, clearPromptOnDone: true }),
      () => current === "",
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
