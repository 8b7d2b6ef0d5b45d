import { at } from "../model/at.js";
import type { CompiledQuestion, Variable } from "../model/compiled-condition.js";

/** Tables of more cells than this are not built. */
export const cellLimit = 100_000;

/**
 * Tables over a few open variables are lists of cells in mixed radix: the last variable of the scope runs fastest. Scopes
 * and assignments count the open variables by position in their list.
 */
export function cellCount(scope: readonly number[], variables: readonly Variable[]): number {
  return scope.reduce((product, variable) => product * at(variables, variable).states.length, 1);
}

/** The position of an assignment among the cells of a scope. */
export function cellIndex(
  scope: readonly number[],
  variables: readonly Variable[],
  assignment: readonly number[],
): number {
  let index = 0;
  for (const variable of scope) {
    index = index * at(variables, variable).states.length + at(assignment, variable);
  }
  return index;
}

/** Writes the assignment of a cell into `assignment`: the inverse of `cellIndex`. */
export function assignCell(
  scope: readonly number[],
  variables: readonly Variable[],
  cell: number,
  assignment: number[],
): void {
  let rest = cell;
  for (const variable of scope.toReversed()) {
    const states = at(variables, variable).states.length;
    assignment[variable] = rest % states;
    rest = Math.floor(rest / states);
  }
}

/** The cells of a table, each computed from its assignment. */
export function tabulate<Cell>(
  scope: readonly number[],
  variables: readonly Variable[],
  cellOf: (assignment: readonly number[]) => Cell,
): readonly Cell[] {
  const assignment: number[] = [];
  return Array.from({ length: cellCount(scope, variables) }, (_, cell) => {
    assignCell(scope, variables, cell, assignment);
    return cellOf(assignment);
  });
}

/** Thrown if exact figures would need tables that are too large to build. */
export class OutOfReach extends Error {
  /** The questions that the largest of these tables ties together, in the pack's order. */
  readonly questions: readonly CompiledQuestion[];
  readonly cells: number;

  /** @param positions the open variables of that table */
  constructor(variables: readonly Variable[], positions: readonly number[], cells: number) {
    super(`exact figures would need tables of ${cells} entries`);
    const named = positions.map((position) => at(variables, position).question);
    this.questions = [...new Set(named)].sort((a, b) => a.index - b.index);
    this.cells = cells;
  }
}

/** The result of a calculation, or null if it is out of reach. */
export function withinReach<Result>(calculate: () => Result): Result | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof OutOfReach) return null;
    throw error;
  }
}
