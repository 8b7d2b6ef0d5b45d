import type { Rule } from "../model/pack.js";

/** What the rules that fire add to one concern: sums of points, and a bit set of `flag`. */
export interface Tally {
  /** A − B. */
  readonly need: number;
  /** P − Q. */
  readonly place: number;
  readonly flags: number;
}

/** `bears`: a rule of the conversation about keeping it fires. */
export const flag = { must: 1, mustNot: 2, bears: 4, mustBind: 8, mayNotBind: 16 } as const;

/** The tally while nothing fires. */
export const noTally: Tally = { need: 0, place: 0, flags: 0 };

/** What a rule adds to its concern when it fires. */
export function tallyOf({ kind, concern, points }: Rule): Tally {
  const bears = concern === "interaction" ? flag.bears : 0;
  switch (kind) {
    case "need":
      return { ...noTally, need: points, flags: bears };
    case "must":
      return { ...noTally, flags: flag.must | bears };
    case "must-not":
      return { ...noTally, flags: flag.mustNot | bears };
    case "place":
      return { ...noTally, place: points };
    case "must-bind":
      return { ...noTally, flags: flag.mustBind };
    case "may-not-bind":
      return { ...noTally, flags: flag.mayNotBind };
    case "follows":
      return noTally;
    default:
      return kind satisfies never;
  }
}

/** Whether the concern is kept: must, or not must-not and A > B. */
export function isKept({ need, flags }: Tally): boolean {
  return (flags & flag.must) !== 0 || ((flags & flag.mustNot) === 0 && need > 0);
}

/** Whether a conversation is bound: kept, and not may-not-bind, and must-bind or P > Q. */
export function isBound(tally: Tally): boolean {
  const { place, flags } = tally;
  return isKept(tally) && (flags & flag.mayNotBind) === 0 && ((flags & flag.mustBind) !== 0 || place > 0);
}

export function addTallies(a: Tally, b: Tally): Tally {
  return { need: a.need + b.need, place: a.place + b.place, flags: a.flags | b.flags };
}

/** What a part of the rules can still add to a tally; all bounds inclusive. */
export interface Range {
  readonly needLow: number;
  readonly needHigh: number;
  readonly placeLow: number;
  readonly placeHigh: number;
  /** The number of its rules that say `must`. */
  readonly musts: number;
  /** The number of its rules that say `must-bind`. */
  readonly mustBinds: number;
}

export const noRange: Range = {
  needLow: 0,
  needHigh: 0,
  placeLow: 0,
  placeHigh: 0,
  musts: 0,
  mustBinds: 0,
};

/** How far a rule moves a tally, whether it fires or not. */
export function rangeOf({ need, place, flags }: Tally): Range {
  return {
    needLow: Math.min(need, 0),
    needHigh: Math.max(need, 0),
    placeLow: Math.min(place, 0),
    placeHigh: Math.max(place, 0),
    musts: (flags & flag.must) === 0 ? 0 : 1,
    mustBinds: (flags & flag.mustBind) === 0 ? 0 : 1,
  };
}

export function addRanges(a: Range, b: Range): Range {
  return {
    needLow: a.needLow + b.needLow,
    needHigh: a.needHigh + b.needHigh,
    placeLow: a.placeLow + b.placeLow,
    placeHigh: a.placeHigh + b.placeHigh,
    musts: a.musts + b.musts,
    mustBinds: a.mustBinds + b.mustBinds,
  };
}

/** The rest of `whole` without `part`, one of its summands. */
export function subtractRange(whole: Range, part: Range): Range {
  return {
    needLow: whole.needLow - part.needLow,
    needHigh: whole.needHigh - part.needHigh,
    placeLow: whole.placeLow - part.placeLow,
    placeHigh: whole.placeHigh - part.placeHigh,
    musts: whole.musts - part.musts,
    mustBinds: whole.mustBinds - part.mustBinds,
  };
}
