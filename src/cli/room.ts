import { failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import type { Service } from "../engine/model/answers.js";

/** Room for so many surfaces in all, where those of every file are held at once. */
export class Room {
  readonly #limit: number;
  readonly #lines: boolean;
  #taken = 0;

  /** @param lines whether the command could read them as JSON Lines instead, which is then advised */
  constructor(limit: number, lines: boolean) {
    this.#limit = limit;
    this.#lines = lines;
  }

  /** What was read of a file. Of the first that there is no room for, a problem; of those after it, nothing. */
  take(file: string, read: Outcome<readonly Service[]>): Outcome<readonly Service[]> {
    if (read.kind === "failed") return read;
    if (this.#taken > this.#limit) return ok([]);
    for (const { surfaces } of read.value) this.#taken += surfaces.length;
    if (this.#taken <= this.#limit) return read;
    const detail = { code: "too-many-in-all", limit: this.#limit, lines: this.#lines } as const;
    return failed([{ severity: "error", file, at: null, ...detail }]);
  }
}
