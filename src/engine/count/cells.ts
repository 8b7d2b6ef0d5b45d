import type { Variable } from "../model/compiled-condition.js";

/** Tables of more cells than this are not built. */
export const cellLimit = 100_000;

/**
 * Tables over a few open variables are lists of cells in mixed radix: the last variable of the scope runs fastest. Scopes
 * and assignments count the open variables by position in their list.
 */
export function cellCount(scope: readonly number[], variables: readonly Variable[]): number {
  return scope.reduce((product, variable) => product * (variables[variable]?.states.length ?? 1), 1);
}

/** Where an assignment stands among the cells of a scope. */
export function cellIndex(
  scope: readonly number[],
  variables: readonly Variable[],
  assignment: readonly number[],
): number {
  let index = 0;
  for (const variable of scope) {
    index = index * (variables[variable]?.states.length ?? 1) + (assignment[variable] ?? 0);
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
  for (let at = scope.length - 1; at >= 0; at -= 1) {
    const variable = scope[at] ?? 0;
    const states = variables[variable]?.states.length ?? 1;
    assignment[variable] = rest % states;
    rest = Math.floor(rest / states);
  }
}

/** The cells of a table, each worked out from its assignment. */
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
