import { OutOfReach, tabulate } from "./cells.js";
import type { Leaf } from "./leaf.js";

/** The most steps of one calculation; they take some seconds. */
const workLimit = 1e7;

/** The steps that a calculation may still take, counted by what is touched: literals, cells, tallies. */
export class Budget {
  #left: number;
  readonly #steps: number;
  #variables: ConstructorParameters<typeof OutOfReach>[0] = [];
  #scope: readonly number[] = [];

  constructor(steps: number = workLimit) {
    this.#steps = steps;
    this.#left = steps;
  }

  /** The table that is built from now on, to be named if the budget does not suffice. */
  enter(variables: ConstructorParameters<typeof OutOfReach>[0], scope: readonly number[]): void {
    this.#variables = variables;
    this.#scope = scope;
  }

  /** @throws OutOfReach if there are not so many left */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfReach(this.#variables, this.#scope, this.#steps - this.#left);
  }
}

/**
 * The cells of a table of a leaf; each is a step.
 * @throws OutOfReach once the budget is spent
 */
export function tabulateWithin<Cell>(
  budget: Budget,
  { space, variables }: Leaf,
  scope: readonly number[],
  cellOf: (assignment: number[]) => Cell,
): readonly Cell[] {
  budget.enter(space.variables, scope);
  return tabulate(scope, variables, (assignment) => {
    budget.spend(1);
    return cellOf(assignment);
  });
}
