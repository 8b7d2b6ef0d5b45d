import type { CompiledQuestion, Variable } from "../model/compiled-condition.js";

/** Thrown where exact figures would need tables that are too large to build. */
export class OutOfReach extends Error {
  /** The questions that the largest of these tables ties together, in the pack's order. */
  readonly questions: readonly CompiledQuestion[];
  readonly cells: number;

  /** @param positions the open variables of that table */
  constructor(variables: readonly Variable[], positions: readonly number[], cells: number) {
    super(`exact figures would need tables of ${cells} entries`);
    const named = positions.flatMap((position) => variables[position]?.question ?? []);
    this.questions = [...new Set(named)].sort((a, b) => a.index - b.index);
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
