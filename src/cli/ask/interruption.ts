import { Cancelled } from "./prompter.js";

/** Subscribes to Ctrl-C; returns the unsubscribe function. */
export type OnInterrupt = (listener: () => void) => () => void;

export const processInterrupts: OnInterrupt = (listener) => {
  process.on("SIGINT", listener);
  return () => process.off("SIGINT", listener);
};

/**
 * Ctrl-C during an interview, at whatever moment: in a question, between two, while a file is written or advice is worked
 * out. The first one lets what is going on come to its end, and then whatever is asked rejects. A second one finds no
 * listener, so it ends the process at once.
 */
export class Interruption {
  readonly #onInterrupt: OnInterrupt;
  #unsubscribe: () => void;
  #controller = new AbortController();

  constructor(onInterrupt: OnInterrupt) {
    this.#onInterrupt = onInterrupt;
    this.#unsubscribe = onInterrupt(() => this.interrupt());
  }

  /** Aborted once there was a Ctrl-C. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Takes a Ctrl-C that came as a key. */
  interrupt(): void {
    this.#controller.abort();
    // Not before Inquirer's own listener has been called: it ends the process if it finds no other.
    queueMicrotask(() => this.close());
  }

  /** @throws Cancelled if there was a Ctrl-C, also one that has not been delivered yet. */
  async check(): Promise<void> {
    // A turn of the event loop that is under way may have looked for signals already.
    for (let turns = 0; turns < 2; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    if (this.signal.aborted) throw new Cancelled();
  }

  /** Lets questions be asked again: what is to become of the answers. Listens no more. */
  settle(): void {
    this.close();
    this.#controller = new AbortController();
  }

  /** Listens again, as the interview goes on. */
  resume(): void {
    this.#unsubscribe = this.#onInterrupt(() => this.interrupt());
  }

  close(): void {
    this.#unsubscribe();
  }
}
