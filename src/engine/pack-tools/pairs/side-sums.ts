import { OutOfReach } from "../../count/cells.js";
import { addTallies, flag, noTally, type Range, type Tally } from "../../count/tally.js";
import { at } from "../../model/at.js";

/** How far a part of the evidence can move the points of one side; all four inclusive. */
export type SideRange = Pick<Range, "needLow" | "needHigh" | "placeLow" | "placeHigh">;

export const noSideRange: SideRange = { needLow: 0, needHigh: 0, placeLow: 0, placeHigh: 0 };

/** The smallest range around all these sums, 0 among them. */
export function rangeAround(sums: Iterable<Tally>): SideRange {
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
function shortest({ need, place, flags }: Tally, rest: SideRange): Tally {
  const isSettled = (flags & (flag.must | flag.mustNot)) !== 0;
  const isPlaced = (flags & (flag.mustBind | flag.mayNotBind)) !== 0;
  let left = flags;
  if ((flags & flag.must) !== 0) left &= ~flag.mustNot;
  if ((flags & flag.mayNotBind) !== 0) left &= ~flag.mustBind;
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
  readonly #sums: Tally[] = [];
  readonly #names = new Map<string, number>();
  readonly #most: number;

  /** @param most how many different ones there may be */
  constructor(most: number) {
    this.#most = most;
    this.named(noTally);
  }

  /** @throws OutOfReach if there are too many */
  named(sum: Tally): number {
    const key = `${sum.need},${sum.place},${sum.flags}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    if (this.#sums.length === this.#most) throw new OutOfReach([], [], this.#most);
    const name = this.#sums.push(sum) - 1;
    this.#names.set(key, name);
    return name;
  }

  sumOf(name: number): Tally {
    return at(this.#sums, name);
  }

  /** Adds two named sums, in the shortest form for what is left to be added. */
  adder(rest: SideRange): (a: number, b: number) => number {
    const known: number[][] = [];
    return (a, b) => {
      known[a] ??= [];
      const row = at(known, a);
      const name = row[b] ?? this.named(shortest(addTallies(this.sumOf(a), this.sumOf(b)), rest));
      row[b] = name;
      return name;
    };
  }
}
