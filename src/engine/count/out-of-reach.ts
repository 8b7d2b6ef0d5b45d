import type { OpenVariable } from "./cells.js";

/** Thrown where exact figures would need tables that are too large to build. */
export class OutOfReach extends Error {
  /** Indices of the questions that the largest of these tables ties together, ascending. */
  readonly questions: readonly number[];
  readonly cells: number;

  /** @param positions the open variables of that table */
  constructor(variables: readonly OpenVariable[], positions: readonly number[], cells: number) {
    super(`exact figures would need tables of ${cells} entries`);
    const named = positions.map((position) => variables[position]?.question ?? -1);
    this.questions = [...new Set(named)].sort((a, b) => a - b);
    this.cells = cells;
  }
}

/** What a calculation comes to, or null where it is out of reach. */
export function withinReach<Result>(calculate: () => Result): Result | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof OutOfReach) return null;
    throw error;
  }
}
