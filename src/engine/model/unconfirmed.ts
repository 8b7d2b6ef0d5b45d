import type { Position } from "./answers.js";
import type { Concern } from "./verdict.js";

/**
 * An answer that an agent wrote and no person has confirmed, with what another answer to the question alone would
 * change. If that is the verdict or a place, the answer decides.
 */
export interface UnconfirmedAnswer {
  readonly question: string;
  /** Another answer changes the verdict. */
  readonly overturns: boolean;
  /** The concerns whose state another answer moves to another place; none while the verdict is undecided. */
  readonly moves: readonly Concern[];
  /** The position of its key; null for an answer that comes from no file. */
  readonly at: Position | null;
}

/** Whether an answer decides. */
export const isDecisive = ({ overturns, moves }: UnconfirmedAnswer): boolean => overturns || moves.length > 0;
