import { LineReader, type OnInterrupt } from "./line-reader.js";
import { type Look, measureOf, paragraph } from "./look.js";
import type {
  Choice,
  Entry,
  LinePage,
  Move,
  Note,
  Page,
  Picked,
  PickedSeveral,
  Prompter,
  SeveralPage,
} from "./prompter.js";
import { enterTakes, readPick, readPicks } from "./read-picks.js";

export interface AccessibleOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly look: () => Look;
  readonly onInterrupt: OnInterrupt;
}

const backMove: Move = { id: "", letter: "b", label: "Back", help: "" };
const forwardMoves = {
  skip: { id: "", letter: "s", label: "Skip this question", help: "" },
  keep: { id: "", letter: "k", label: "Keep your answer", help: "" },
} as const satisfies Record<string, Move>;

/** Numbered lists and one line of input: for screen readers and for terminals that cannot redraw. Nothing moves. */
export class AccessiblePrompter implements Prompter {
  readonly ways = "Type a number or a letter, then Enter.";
  readonly #options: AccessibleOptions;
  readonly #reader: LineReader;

  constructor(options: AccessibleOptions) {
    this.#options = options;
    this.#reader = new LineReader(options.input, options.onInterrupt);
  }

  async choose(page: Page): Promise<Picked> {
    this.#showPage(page);
    return this.#read(promptOf(page, "Number or letter"), (line) => readPick(line, page, movesOf(page)));
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    this.#showPage(page);
    return this.#read(promptOf(page, "Numbers with commas between, or a letter"), (line) =>
      readPicks(line, page, movesOf(page)),
    );
  }

  async line(page: LinePage): Promise<string | null> {
    this.tell(["", ...page.notes.flatMap((note) => this.#note(note)), ...this.#wrap(page.ask)]);
    return this.#read(`Answer (Enter for ${page.initial}): `, (line) => {
      const typed = line === "" ? page.initial : line;
      return page.check(typed) ?? { kind: "line" as const, typed };
    }).then(({ typed }) => typed);
  }

  tell(lines: readonly string[]): void {
    this.#options.output.write(lines.map((line) => `${line}\n`).join(""));
  }

  record(_topic: string, entry: Entry): void {
    this.amend([entry]);
  }

  amend(entries: readonly Entry[]): void {
    this.tell(
      entries.flatMap(({ title, value, because }) =>
        this.#wrap(`${title}: ${value}.${because === "" ? "" : ` ${because}`}`),
      ),
    );
  }

  takeBack(): void {
    this.tell(["Back to the question before."]);
  }

  keepRecords(): void {}

  close(): void {
    this.#reader.close();
  }

  #showPage(page: Page): void {
    const place = page.place === "" ? [] : this.#wrap(`${page.place}.`);
    const notes = page.notes.flatMap((note) => this.#note(note));
    const choices = page.choices.flatMap((choice, index) => this.#choice(choice, index, page));
    const moves = movesOf(page).flatMap(({ letter, label, help }) =>
      this.#item(letter, sentence(label, help)),
    );
    const list = page.movesFirst ? [...moves, ...choices] : [...choices, ...moves];
    this.tell(["", ...place, ...this.#wrap(page.ask), ...notes, ...list]);
  }

  /** Long grouped lists go without the help of each entry: it would have to be listened to as a whole. */
  #choice({ label, help, group }: Choice, index: number, page: Page): readonly string[] {
    const heading = group === "" || group === page.choices[index - 1]?.group ? [] : this.#wrap(`${group}:`);
    return [...heading, ...this.#item(String(index + 1), group === "" ? sentence(label, help) : label)];
  }

  #item(mark: string, text: string): readonly string[] {
    return paragraph(text, measureOf(this.#options.look()), `${mark.padStart(3)}. `);
  }

  #note({ label, text }: Note): readonly string[] {
    return this.#wrap(`${label}: ${text}`);
  }

  #wrap(text: string): readonly string[] {
    return paragraph(text, measureOf(this.#options.look()));
  }

  /** Asks for a line until one can be read; `read` gives what is wrong with it otherwise. */
  async #read<Answer extends object>(
    prompt: string,
    read: (line: string) => Answer | string,
  ): Promise<Answer> {
    for (;;) {
      this.#options.output.write(prompt);
      const answer = read((await this.#reader.next()).trim());
      if (typeof answer !== "string") return answer;
      this.tell(this.#wrap(answer));
    }
  }
}

function movesOf(page: Page): readonly (Move & { readonly kind: "move" | "back" | "forward" })[] {
  const forward = page.forward === null ? [] : [{ kind: "forward" as const, ...forwardMoves[page.forward] }];
  const back = page.canGoBack ? [{ kind: "back" as const, ...backMove }] : [];
  return [...page.moves.map((move) => ({ kind: "move" as const, ...move })), ...forward, ...back];
}

const sentence = (label: string, help: string): string => (help === "" ? `${label}.` : `${label}. ${help}`);

/** Says what Enter alone would do, where it does something. */
function promptOf(page: Page, what: string): string {
  const numbers = enterTakes(page).flatMap((id) => {
    const index = page.choices.findIndex((choice) => choice.id === id);
    return index === -1 ? (page.moves.find((move) => move.id === id)?.letter ?? []) : String(index + 1);
  });
  return numbers.length === 0 ? `${what}: ` : `${what} (Enter for ${numbers.join(", ")}): `;
}
