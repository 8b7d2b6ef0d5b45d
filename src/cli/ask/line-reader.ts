import { createInterface, type Interface } from "node:readline";
import { Cancelled } from "./prompter.js";

/** Tells when the person interrupts (Ctrl-C); gives back what stops the telling. */
export type OnInterrupt = (listener: () => void) => () => void;

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Lines of a terminal in its own line mode: what is typed is echoed and edited by the terminal, nothing is redrawn.
 * Lines that come early wait until they are asked for.
 */
export class LineReader {
  readonly #lines: string[] = [];
  readonly #interface: Interface;
  readonly #quiet: () => void;
  #waiting: Waiting | null = null;
  #ended = false;

  constructor(input: NodeJS.ReadableStream, onInterrupt: OnInterrupt) {
    this.#interface = createInterface({ input, terminal: false });
    this.#interface.on("line", (line) => {
      if (this.#waiting === null) this.#lines.push(line);
      else this.#settle(({ resolve }) => resolve(line));
    });
    this.#interface.on("close", () => this.#end());
    this.#quiet = onInterrupt(() => this.#end());
  }

  /** @throws Cancelled once the input has ended or the person has interrupted. */
  next(): Promise<string> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#ended) return Promise.reject(new Cancelled());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  close(): void {
    this.#quiet();
    this.#interface.close();
  }

  #end(): void {
    this.#ended = true;
    this.#settle(({ reject }) => reject(new Cancelled()));
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) how(waiting);
  }
}
