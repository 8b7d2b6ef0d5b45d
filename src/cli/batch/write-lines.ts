import type { Output } from "../host.js";

/**
 * Characters to write at once. V8 allocates much longer strings outside its young generation, which costs more per
 * character.
 */
const enough = 16 * 1024;

/** Gathers lines of ASCII, to be written some at a time. */
export class LineWriter {
  readonly #stream: Output;
  #text = "";

  constructor(stream: Output) {
    this.#stream = stream;
  }

  get isFull(): boolean {
    return this.#text.length >= enough;
  }

  add(lines: string): void {
    this.#text += lines;
  }

  /** @returns false once the reader has gone away */
  async flush(): Promise<boolean> {
    const text = this.#text;
    this.#text = "";
    // For ASCII, `latin1` gives the same bytes faster.
    return text === "" || writeAll(this.#stream, text, "latin1");
  }
}

/**
 * Writes and waits until the stream has taken it, so that a slow reader slows the work down and nothing piles up in
 * memory.
 * @returns false once the reader has gone away
 */
export function writeAll(
  stream: Output,
  text: string,
  encoding: "utf8" | "latin1" = "utf8",
): Promise<boolean> {
  return new Promise((resolve) => {
    stream.write(text, encoding, (error) => resolve(!error));
  });
}
