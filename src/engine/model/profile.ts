/**
 * What is known about each variable: a mask of the states still possible. One bit: answered or implied.
 * All bits: open. Index is `Variable.index`.
 */
export type Possible = readonly number[];

export type Standing = "given" | "implied" | "unsure" | "open";

/** Answers laid over a compiled pack, implications filled in. */
export interface Profile {
  readonly possible: Possible;
  /** By question index. */
  readonly standing: readonly Standing[];
  /** By question index: why it is taken as implied, where it is. */
  readonly impliedBecause: readonly (string | null)[];
}
