import { OutOfReach } from "../../count/cells.js";
import { at } from "../../model/at.js";
import type { Rule } from "../../model/pack.js";

/** What fires for one concern on a profile: points for less points against, and which other kinds fire. */
export interface SideSum {
  readonly need: number;
  readonly place: number;
  /** A set of `bit`. */
  readonly flags: number;
}

/** `bears`: some rule bears on need, whatever the points come to. */
export const bit = { bears: 1, must: 2, mustNot: 4, mustBind: 8, mayNotBind: 16 } as const;

const flagsOf = {
  need: bit.bears,
  must: bit.bears | bit.must,
  "must-not": bit.bears | bit.mustNot,
  place: 0,
  "must-bind": bit.mustBind,
  "may-not-bind": bit.mayNotBind,
  // Where a follower goes does not touch the verdict.
  follows: 0,
} as const satisfies Readonly<Record<Rule["kind"], number>>;

export const emptySum: SideSum = { need: 0, place: 0, flags: 0 };

/** What a rule adds when it fires. */
export function sumOf({ kind, points }: Rule): SideSum {
  return {
    need: kind === "need" ? points : 0,
    place: kind === "place" ? points : 0,
    flags: flagsOf[kind],
  };
}

export function addSums(a: SideSum, b: SideSum): SideSum {
  return { need: a.need + b.need, place: a.place + b.place, flags: a.flags | b.flags };
}

/** How far a part of the evidence can move the points; all four inclusive. */
export interface SideRange {
  readonly needLow: number;
  readonly needHigh: number;
  readonly placeLow: number;
  readonly placeHigh: number;
}

export const noSideRange: SideRange = { needLow: 0, needHigh: 0, placeLow: 0, placeHigh: 0 };

/** The smallest range around all these sums, 0 among them. */
export function rangeAround(sums: Iterable<SideSum>): SideRange {
  let { needLow, needHigh, placeLow, placeHigh } = noSideRange;
  for (const { need, place } of sums) {
    needLow = Math.min(needLow, need);
    needHigh = Math.max(needHigh, need);
    placeLow = Math.min(placeLow, place);
    placeHigh = Math.max(placeHigh, place);
  }
  return { needLow, needHigh, placeLow, placeHigh };
}

/** The range of `a` and `b` together (`sign` 1), or what is left of `a` without its part `b` (-1). */
export function combineRanges(a: SideRange, b: SideRange, sign: 1 | -1): SideRange {
  return {
    needLow: a.needLow + sign * b.needLow,
    needHigh: a.needHigh + sign * b.needHigh,
    placeLow: a.placeLow + sign * b.placeLow,
    placeHigh: a.placeHigh + sign * b.placeHigh,
  };
}

/**
 * The form of a sum that stands for all sums with the same outcome, whatever `rest` adds: what cannot matter any more
 * is left out, and points that are decided are cut to the least that decides.
 */
function shortest({ need, place, flags }: SideSum, rest: SideRange): SideSum {
  const isSettled = (flags & (bit.must | bit.mustNot)) !== 0;
  const isPlaced = (flags & (bit.mustBind | bit.mayNotBind)) !== 0;
  let left = flags;
  if ((flags & bit.must) !== 0) left &= ~bit.mustNot;
  if ((flags & bit.mayNotBind) !== 0) left &= ~bit.mustBind;
  return {
    need: isSettled ? 0 : cut(need, rest.needLow, rest.needHigh),
    place: isPlaced ? 0 : cut(place, rest.placeLow, rest.placeHigh),
    flags: left,
  };
}

/** What counts in the end is whether points are above 0. */
function cut(points: number, low: number, high: number): number {
  return Math.min(Math.max(points, -high), 1 - low);
}

/** Sums, each kept once and named by its position; 0 is the empty one. */
export class SideSums {
  readonly #sums: SideSum[] = [];
  readonly #names = new Map<string, number>();
  readonly #most: number;

  /** @param most how many different ones there may be */
  constructor(most: number) {
    this.#most = most;
    this.named(emptySum);
  }

  /** @throws OutOfReach if there are too many */
  named(sum: SideSum): number {
    const key = `${sum.need},${sum.place},${sum.flags}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    if (this.#sums.length === this.#most) throw new OutOfReach([], [], this.#most);
    const name = this.#sums.push(sum) - 1;
    this.#names.set(key, name);
    return name;
  }

  sumOf(name: number): SideSum {
    return at(this.#sums, name);
  }

  /** Adds two named sums, in the shortest form for what is left to be added. */
  adder(rest: SideRange): (a: number, b: number) => number {
    const known: number[][] = [];
    return (a, b) => {
      known[a] ??= [];
      const row = at(known, a);
      const name = row[b] ?? this.named(shortest(addSums(this.sumOf(a), this.sumOf(b)), rest));
      row[b] = name;
      return name;
    };
  }
}
