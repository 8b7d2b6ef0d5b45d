import type { Tally } from "../../count/tally.js";
import type { Algebra } from "./reachable-values.js";
import { combineRanges, noSideRange, type SideRange, SideSums } from "./side-sums.js";

export interface PairRange {
  readonly before: SideRange;
  readonly after: SideRange;
}

/** A pair of sums is the names of both in one number: before · 2^15 + after. */
const radix = 2 ** 15;

/** The sums of one concern over pairs of profiles. */
export class PairSums implements Algebra<PairRange> {
  readonly #sides = new SideSums(radix);
  readonly nothing = 0;
  readonly noRange: PairRange = { before: noSideRange, after: noSideRange };

  named(before: Tally, after: Tally): number {
    return this.#sides.named(before) * radix + this.#sides.named(after);
  }

  beforeOf(pair: number): Tally {
    return this.#sides.sumOf(pair >> 15);
  }

  afterOf(pair: number): Tally {
    return this.#sides.sumOf(pair & (radix - 1));
  }

  join(a: PairRange, b: PairRange): PairRange {
    return { before: combineRanges(a.before, b.before, 1), after: combineRanges(a.after, b.after, 1) };
  }

  without(whole: PairRange, part: PairRange): PairRange {
    return {
      before: combineRanges(whole.before, part.before, -1),
      after: combineRanges(whole.after, part.after, -1),
    };
  }

  adder(rest: PairRange): (a: number, b: number) => number {
    const before = this.#sides.adder(rest.before);
    const after = this.#sides.adder(rest.after);
    return (a, b) => before(a >> 15, b >> 15) * radix + after(a & (radix - 1), b & (radix - 1));
  }
}
