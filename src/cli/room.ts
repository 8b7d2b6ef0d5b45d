import { failed, type Outcome } from "../engine/diagnostics/problem.js";
import type { Service } from "../engine/model/answers.js";

/** Room for so many surfaces in all, where those of every file are held at once. */
export class Room {
  readonly #limit: number;
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What was read of a file, or a problem in its place once there is no room for it. */
  take(file: string, read: Outcome<readonly Service[]>): Outcome<readonly Service[]> {
    if (read.kind === "failed") return read;
    for (const { surfaces } of read.value) this.#taken += surfaces.length;
    if (this.#taken <= this.#limit) return read;
    return failed([{ severity: "error", file, at: null, code: "too-many-in-all", limit: this.#limit }]);
  }
}
