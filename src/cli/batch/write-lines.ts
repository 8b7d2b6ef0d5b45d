import type { Output } from "../host.js";

/**
 * Characters to write at once. Much longer texts take longer per character: V8 no longer makes them in its young space.
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

  /** @returns false once nobody reads any more */
  async flush(): Promise<boolean> {
    const text = this.#text;
    this.#text = "";
    // Of ASCII, `latin1` gives the same bytes in less time.
    return text === "" || writeAll(this.#stream, text, "latin1");
  }
}

/**
 * Writes and waits until the stream has taken it, so that a slow reader slows the work down and nothing piles up in
 * memory.
 * @returns false once nobody reads any more
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
