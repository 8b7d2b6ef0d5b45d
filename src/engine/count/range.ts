/** How far a part of the evidence can move the two boundary signals; all four inclusive. */
export interface Range {
  readonly needLow: number;
  readonly needHigh: number;
  readonly boundLow: number;
  readonly boundHigh: number;
  /** Among pairs of profiles: how many of the part's rules and vetoes count on one side only. */
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

/** What `part` leaves of `whole`, of which it is a summand. */
export function subtractRange(whole: Range, part: Range): Range {
  return {
    needLow: whole.needLow - part.needLow,
    needHigh: whole.needHigh - part.needHigh,
    boundLow: whole.boundLow - part.boundLow,
    boundHigh: whole.boundHigh - part.boundHigh,
    oneSided: whole.oneSided - part.oneSided,
  };
}
