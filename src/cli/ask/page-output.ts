import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { rowsTaken } from "./terminal.js";

/** A stream that may be a terminal. */
type Screen = NodeJS.WritableStream & { readonly columns?: number | undefined };

/** What Inquirer draws one page on: passes everything on, and remembers what the page looks like. */
export class PageOutput extends Writable {
  readonly #screen: Screen;
  #page = "";

  constructor(screen: Screen) {
    super();
    this.#screen = screen;
  }

  /** Inquirer breaks lines by it. */
  get columns(): number | undefined {
    return this.#screen.columns;
  }

  override _write(chunk: unknown, _: BufferEncoding, done: () => void): void {
    const text = String(chunk);
    const drawn = stripVTControlCharacters(text);
    if (drawn.trim() !== "") this.#page = drawn;
    this.#screen.write(text);
    done();
  }

  /**
   * Removes the page after the window has changed its size. Where the terminal has broken lines that are now too long, the
   * page takes more rows than Inquirer knows of: removes them all, and leaves the cursor as many rows below the top as
   * Inquirer goes up to remove the page. Some terminals cut off the cursor's own line instead, which is the last one, so
   * it counts as one row: what stands above the page is never removed.
   */
  remove(): void {
    const lines = this.#page.split("\n");
    const above = rowsTaken(lines.slice(0, -1), this.#screen.columns || 80);
    const up = above === 0 ? "" : `\u001b[${above}A`;
    this.#screen.write(`${up}\r\u001b[J${"\n".repeat(lines.length - 1)}`);
  }
}
