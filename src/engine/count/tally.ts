import type { Margins } from "./margins.js";

/** The sum over the rules and vetoes that fire; `vetoes` is a bit set of `vetoBit`. */
export interface Tally {
  readonly need: number;
  readonly bound: number;
  readonly total: number;
  readonly vetoes: number;
}

export const vetoBit = { stateless: 1, stateful: 2 } as const;

/** The tally while nothing fires. */
export const noTally: Tally = { need: 0, bound: 0, total: 0, vetoes: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    need: a.need + b.need,
    bound: a.bound + b.bound,
    total: a.total + b.total,
    vetoes: a.vetoes | b.vetoes,
  };
}

/** The tally of one rule or veto. */
export function tallyOf({ need, bound, evidence, forbidsStateless, forbidsStateful }: Margins): Tally {
  const vetoes = forbidsStateless * vetoBit.stateless + forbidsStateful * vetoBit.stateful;
  return { need, bound, total: evidence, vetoes };
}

/** The number of assignments that lead to each tally; every tally occurs once. */
export interface Distribution {
  /** Position in its circuit. */
  readonly id: number;
  readonly tallies: readonly CountedTally[];
}

export interface CountedTally extends Tally {
  readonly count: number;
}

/** How far a part of the evidence can move the margins of the two boundaries; all four inclusive. */
export interface Range {
  readonly needLow: number;
  readonly needHigh: number;
  readonly boundLow: number;
  readonly boundHigh: number;
  /** For pairs of profiles: the number of the part's rules and vetoes that count on one side only. */
  readonly oneSided: number;
}

export const noRange: Range = { needLow: 0, needHigh: 0, boundLow: 0, boundHigh: 0, oneSided: 0 };

export function addRanges(a: Range, b: Range): Range {
  return {
    needLow: a.needLow + b.needLow,
    needHigh: a.needHigh + b.needHigh,
    boundLow: a.boundLow + b.boundLow,
    boundHigh: a.boundHigh + b.boundHigh,
    oneSided: a.oneSided + b.oneSided,
  };
}

/** The rest of `whole` without `part`, one of its summands. */
export function subtractRange(whole: Range, part: Range): Range {
  return {
    needLow: whole.needLow - part.needLow,
    needHigh: whole.needHigh - part.needHigh,
    boundLow: whole.boundLow - part.boundLow,
    boundHigh: whole.boundHigh - part.boundHigh,
    oneSided: whole.oneSided - part.oneSided,
  };
}
