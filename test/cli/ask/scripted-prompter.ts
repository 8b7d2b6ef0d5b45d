import {
  Cancelled,
  type LinePage,
  type Page,
  type Picked,
  type PickedSeveral,
  type Prompter,
  type SeveralPage,
  type TranscriptEntry,
} from "../../../src/cli/ask/prompter.js";

/** One reply of a script: an option's or move's id, `<` for back, `>` for forward, several ids joined with `+`. */
export type Script = readonly string[];

/** A prompter that replies from a script and records what it was shown; at the end of the script the person stops. */
export class ScriptedPrompter implements Prompter {
  readonly ways = "";
  readonly pages: Page[] = [];
  readonly told: string[] = [];
  readonly #script: string[];

  constructor(script: Script) {
    this.#script = [...script];
  }

  /** The question of each page, in the order shown. */
  get asked(): readonly string[] {
    return this.pages.map(({ ask }) => ask);
  }

  async choose(page: Page): Promise<Picked> {
    const word = this.#next(page);
    if (word === "<") return { kind: "back" };
    if (word === ">") return { kind: "forward" };
    if (page.choices.some(({ id }) => id === word)) return { kind: "choice", id: word };
    if (page.moves.some(({ id }) => id === word)) return { kind: "move", id: word };
    throw new Error(`“${word}” is not on the page “${page.ask}”`);
  }

  async chooseSeveral(page: SeveralPage): Promise<PickedSeveral> {
    const next = this.#script[0] ?? "";
    if (!next.includes("+") && !page.choices.some(({ id }) => id === next)) {
      const picked = await this.choose(page);
      if (picked.kind !== "choice") return picked;
    }
    return { kind: "choices", ids: this.#next(page).split("+") };
  }

  async line(page: LinePage): Promise<string | null> {
    this.told.push(page.ask);
    return this.#script.shift() ?? null;
  }

  print(lines: readonly string[]): void {
    this.told.push(...lines.filter((line) => line !== ""));
  }

  record(topic: string, entry: TranscriptEntry): void {
    this.told.push(`[${topic}]`);
    this.amend([entry]);
  }

  amend(entries: readonly TranscriptEntry[]): void {
    for (const { mark, title, value, because } of entries)
      this.told.push([mark, title, value, because].join(" | "));
  }

  takeBack(): void {
    this.told.push("<taken back>");
  }

  keepRecords(): void {}
  close(): void {}

  #next(page: Page): string {
    this.pages.push(page);
    const word = this.#script.shift();
    if (word === undefined) throw new Cancelled();
    return word;
  }
}
