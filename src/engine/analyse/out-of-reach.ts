import type { OpenSpace } from "./open-space.js";

/** Thrown where exact figures would need tables that are too large to build. */
export class OutOfReach extends Error {
  /** Indices of the questions that the largest table ties together, ascending. */
  readonly questions: readonly number[];
  readonly cells: number;

  /** @param positions the open variables of that table */
  constructor(space: OpenSpace, positions: readonly number[], cells: number) {
    super(`exact figures would need tables of ${cells} entries`);
    const named = positions.map((position) => space.variables[position]?.question ?? -1);
    this.questions = [...new Set(named)].sort((a, b) => a - b);
    this.cells = cells;
  }
}
