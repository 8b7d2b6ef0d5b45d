import type { Variable } from "./compiled-condition.js";

/**
 * The states of each variable that are still possible, as a mask. One bit: answered or implied. All bits: open. Index
 * is `Variable.index`.
 */
export type Possible = readonly number[];

/** The states of a variable that are still possible. */
export function maskOf(possible: Possible, variable: Variable): number {
  const mask = possible[variable.index];
  if (mask === undefined) throw new RangeError(`no mask for variable ${variable.index}`);
  return mask;
}

export type AnswerState = "given" | "implied" | "unsure" | "open";

/** Answers in terms of a compiled pack, with implied answers filled in. */
export interface Profile {
  readonly possible: Possible;
  /** By question index. */
  readonly answerStates: readonly AnswerState[];
  /** By question index: why it is taken as implied; null if it is not. */
  readonly impliedBecause: readonly (string | null)[];
}

/** The state of a mask with one bit; -1 for any other mask. */
export function stateIn(mask = 0): number {
  const state = 31 - Math.clz32(mask);
  return mask === 2 ** state ? state : -1;
}
