import { createInterface, type Interface } from "node:readline";
import { printable } from "../../engine/diagnostics/plain-text.js";
import type { Interruption } from "./interruption.js";
import {
  Cancelled,
  type Choice,
  InputEnded,
  type LinePage,
  type Move,
  type Note,
  type Page,
  type Picked,
  type PickedSeveral,
  type Prompter,
  type SeveralPage,
  type TranscriptEntry,
} from "./prompter.js";
import { enterTakes, readPick, readPicks } from "./read-picks.js";
import { soFarSentence } from "./so-far-line.js";
import { paragraph, type Terminal, textWidth } from "./terminal.js";

export interface AccessibleOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly terminal: () => Terminal;
  readonly interruption: Pick<Interruption, "signal">;
}

const backMove: Move = { id: "", letter: "b", label: "Back", help: "" };
const forwardMoves = {
  skip: { id: "", letter: "s", label: "Skip this question", help: "" },
  keep: { id: "", letter: "k", label: "Keep your answer", help: "" },
  confirm: { id: "", letter: "k", label: "Keep the agent's answer, as confirmed by you", help: "" },
} as const satisfies Record<string, Move>;

/** Numbered lists and lines of input, redrawing nothing: for screen readers and for terminals that cannot redraw. */
export class AccessiblePrompter implements Prompter {
  readonly ways = "Type a number or a letter, then Enter.";
  readonly #options: AccessibleOptions;
  readonly #reader: LineReader;

  constructor(options: AccessibleOptions) {
    this.#options = options;
    this.#reader = new LineReader(options.input);
  }

  async choose(page: Page): Promise<Picked> {
    this.#showPage(page);
    return this.#read(promptOf(page, "Number or letter"), (line) => readPick(line, page, movesOf(page)));
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    this.#showPage(page);
    return this.#read(promptOf(page, "Numbers separated by commas, or a letter"), (line) =>
      readPicks(line, page, movesOf(page)),
    );
  }

  async line(page: LinePage): Promise<string | null> {
    this.print(["", ...page.notes.flatMap((note) => this.#note(note)), ...this.#wrap(page.ask)]);
    const canLeave = page.canGoBack && page.initial === "";
    const enter = canLeave
      ? " (Enter to go back)"
      : page.initial === ""
        ? ""
        : ` (Enter for ${printable(page.initial)})`;
    return this.#read(`Answer${enter}: `, (line) => {
      if (line === "" && canLeave) return { typed: null };
      const typed = line === "" ? page.initial : line;
      return page.check(typed) ?? { typed };
    }).then(({ typed }) => typed);
  }

  print(lines: readonly string[]): void {
    this.#options.output.write(lines.map((line) => `${line}\n`).join(""));
  }

  record(_topic: string, entry: TranscriptEntry): void {
    this.amend([entry]);
  }

  amend(entries: readonly TranscriptEntry[]): void {
    this.print(
      entries.flatMap(({ title, value, because }) =>
        this.#wrap(`${title}: ${value}.${because === "" ? "" : ` ${because}`}`),
      ),
    );
  }

  takeBack(): void {
    this.print(["Back to the previous question."]);
  }

  keepRecords(): void {}

  close(): void {
    this.#reader.close();
  }

  #showPage(page: Page): void {
    const place = page.place === "" ? [] : this.#wrap(`${page.place}.`);
    const soFar = page.soFar === null ? [] : this.#wrap(soFarSentence(page.soFar));
    const notes = page.notes.flatMap((note) => this.#note(note));
    const choices = page.choices.flatMap((choice, index) => this.#choice(choice, index, page));
    const moves = movesOf(page).flatMap(({ letter, label, help }) =>
      this.#item(letter, sentence(label, help)),
    );
    const list = page.movesFirst ? [...moves, ...choices] : [...choices, ...moves];
    this.print(["", ...place, ...soFar, ...this.#wrap(page.ask), ...notes, ...list]);
  }

  /** Long grouped lists omit the help of each entry: a screen reader would read out all of it. */
  #choice({ label, help, group }: Choice, index: number, page: Page): readonly string[] {
    const heading = group === "" || group === page.choices[index - 1]?.group ? [] : this.#wrap(`${group}:`);
    return [...heading, ...this.#item(String(index + 1), group === "" ? sentence(label, help) : label)];
  }

  #item(mark: string, text: string): readonly string[] {
    return paragraph(text, textWidth(this.#options.terminal()), `${mark.padStart(3)}. `);
  }

  #note({ label, text }: Note): readonly string[] {
    return this.#wrap(label === "" ? text : `${label}: ${text}`);
  }

  #wrap(text: string): readonly string[] {
    return paragraph(text, textWidth(this.#options.terminal()));
  }

  /** Asks until `read` accepts a line; for a line that it rejects, it returns what is wrong as a string. */
  async #read<Answer extends object>(
    prompt: string,
    read: (line: string) => Answer | string,
  ): Promise<Answer> {
    for (;;) {
      this.#options.output.write(prompt);
      const answer = read((await this.#reader.next(this.#options.interruption.signal)).trim());
      if (typeof answer !== "string") return answer;
      this.print(this.#wrap(answer));
    }
  }
}

function movesOf(page: Page): readonly (Move & { readonly kind: "move" | "back" | "forward" })[] {
  const forward = page.forward === null ? [] : [{ kind: "forward" as const, ...forwardMoves[page.forward] }];
  const back = page.canGoBack ? [{ kind: "back" as const, ...backMove }] : [];
  return [...page.moves.map((move) => ({ kind: "move" as const, ...move })), ...forward, ...back];
}

const sentence = (label: string, help: string): string => (help === "" ? `${label}.` : `${label}. ${help}`);

/** The prompt, with the choice that Enter alone makes, if there is one. */
function promptOf(page: Page, what: string): string {
  const taken = enterTakes(page);
  const numbers = page.choices.flatMap(({ id }, index) => (taken.includes(id) ? [String(index + 1)] : []));
  const letters = page.moves.flatMap(({ id, letter }) => (taken.includes(id) ? [letter] : []));
  const marks = [...numbers, ...letters];
  return marks.length === 0 ? `${what}: ` : `${what} (Enter for ${marks.join(", ")}): `;
}

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** Lines from a terminal in line mode, which echoes and edits them itself. Early lines are queued. */
class LineReader {
  #lines: string[] = [];
  readonly #interface: Interface;
  #waiting: Waiting | null = null;
  #ended = false;

  constructor(input: NodeJS.ReadableStream) {
    this.#interface = createInterface({ input, terminal: false });
    this.#interface.on("line", (line) => {
      if (this.#waiting === null) this.#lines.push(line);
      else this.#settle(({ resolve }) => resolve(line));
    });
    this.#interface.on("close", () => {
      this.#ended = true;
      this.#settle(({ reject }) => reject(new InputEnded()));
    });
  }

  /** @throws Cancelled once the signal is aborted, which also drops queued lines, or the input has ended. */
  async next(signal: AbortSignal): Promise<string> {
    const stop = (): void => this.#stop();
    signal.addEventListener("abort", stop);
    try {
      return await this.#next(signal.aborted);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  close(): void {
    this.#interface.close();
  }

  #next(stopped: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      const line = stopped ? undefined : this.#lines.shift();
      if (stopped) this.#stop();
      else if (line !== undefined) this.#settle(() => resolve(line));
      else if (this.#ended) this.#settle(() => reject(new InputEnded()));
    });
  }

  #stop(): void {
    this.#lines = [];
    this.#settle(({ reject }) => reject(new Cancelled()));
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) how(waiting);
  }
}
