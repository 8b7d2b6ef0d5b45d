import { OutOfReach } from "../../count/cells.js";
import type { Variable } from "../../model/compiled-condition.js";

/**
 * A limit on exact searches, in cells and values touched, so that any pack takes bounded time. Searches may share a
 * whole and have a limit of their own besides.
 */
export class Work {
  #left: number;
  readonly #most: number;
  readonly #whole: Work | null;

  constructor(most: number, whole: Work | null = null) {
    this.#left = most;
    this.#most = most;
    this.#whole = whole;
  }

  /** Work that is a part of this. */
  part(most: number): Work {
    return new Work(most, this);
  }

  /**
   * @param scope positions of the variables of the table that it goes into
   * @throws OutOfReach if less is left
   */
  require(amount: number, variables: readonly Variable[], scope: readonly number[]): void {
    if (amount > this.#left) throw new OutOfReach(variables, scope, this.#most - this.#left + amount);
    this.#whole?.require(amount, variables, scope);
  }

  /** @throws OutOfReach if less is left */
  spend(amount: number, variables: readonly Variable[], scope: readonly number[]): void {
    this.require(amount, variables, scope);
    this.#take(amount);
  }

  #take(amount: number): void {
    this.#left -= amount;
    if (this.#whole !== null) this.#whole.#take(amount);
  }
}
