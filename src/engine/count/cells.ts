import { at } from "../model/at.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";

/** Tables of more cells than this are not built. */
export const cellLimit = 100_000;

/** A variable; only the number of its states matters here. */
interface Sized {
  readonly states: { readonly length: number };
}

/**
 * Tables over a few variables are lists of cells in mixed radix: the last variable of the scope runs fastest. Scopes and
 * assignments name variables by position.
 */
export function cellCount(scope: readonly number[], variables: readonly Sized[]): number {
  let product = 1;
  for (const position of scope) product *= at(variables, position).states.length;
  return product;
}

/** The position of an assignment among the cells of a scope. */
export function cellIndex(
  scope: readonly number[],
  variables: readonly Sized[],
  assignment: readonly number[],
): number {
  let index = 0;
  for (const position of scope)
    index = index * at(variables, position).states.length + at(assignment, position);
  return index;
}

/** Writes the assignment of a cell into `assignment`: the inverse of `cellIndex`. */
export function assignCell(
  scope: readonly number[],
  variables: readonly Sized[],
  cell: number,
  assignment: number[],
): void {
  let rest = cell;
  for (let index = scope.length - 1; index >= 0; index -= 1) {
    const position = at(scope, index);
    const size = at(variables, position).states.length;
    assignment[position] = rest % size;
    rest = Math.floor(rest / size);
  }
}

/** The cells of a table, each computed from its assignment. */
export function tabulate<Cell>(
  scope: readonly number[],
  variables: readonly Sized[],
  cellOf: (assignment: number[]) => Cell,
): readonly Cell[] {
  const assignment: number[] = variables.map(() => 0);
  const cells: Cell[] = [];
  for (let count = cellCount(scope, variables), cell = 0; cell < count; cell += 1) {
    assignCell(scope, variables, cell, assignment);
    cells.push(cellOf(assignment));
  }
  return cells;
}

/** Thrown if exact figures would need tables that are too large to build. */
export class OutOfReach extends Error {
  /** The questions that the largest of these tables ties together, in the pack's order. */
  readonly questions: readonly CompiledQuestion[];
  readonly cells: number;

  /** @param positions the variables of that table */
  constructor(
    variables: readonly { readonly question: CompiledQuestion }[],
    positions: readonly number[],
    cells: number,
  ) {
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
