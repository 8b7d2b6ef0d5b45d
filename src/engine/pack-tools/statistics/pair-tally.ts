import type { Range } from "../../count/range.js";
import type { Tally } from "../../count/tally.js";

/**
 * Two numbers in one, so that pairs of profiles go through the same tables as single ones: first · 2^26 + second.
 * Sums and differences of such numbers are those of their parts, as long as these stay below 2^25.
 */
const radix = 2 ** 26;

/** Packs two whole numbers. */
export function packed(first: number, second: number): number {
  return first * radix + second;
}

export function firstOf(pair: number): number {
  return Math.round(pair / radix);
}

export function secondOf(pair: number): number {
  return pair - firstOf(pair) * radix;
}

/** Vetoes are two bits on each side. */
export function packedVetoes(first: number, second: number): number {
  return first | (second << 2);
}

export function firstVetoes(pair: number): number {
  return pair & 3;
}

export function secondVetoes(pair: number): number {
  return pair >> 2;
}

/** The tally of a pair of profiles. */
export function pairTally(first: Tally, second: Tally): Tally {
  return {
    need: packed(first.need, second.need),
    bound: packed(first.bound, second.bound),
    total: packed(first.total, second.total),
    vetoes: packedVetoes(first.vetoes, second.vetoes),
  };
}

/** The range of a pair, its numbers packed like those of its tallies. */
export function pairRange(first: Range, second: Range): Range {
  return {
    needLow: packed(first.needLow, second.needLow),
    needHigh: packed(first.needHigh, second.needHigh),
    boundLow: packed(first.boundLow, second.boundLow),
    boundHigh: packed(first.boundHigh, second.boundHigh),
    oneSided: 0,
  };
}

/** @param side `firstOf` or `secondOf` */
export function sideOfRange(range: Range, side: typeof firstOf): Range {
  return {
    needLow: side(range.needLow),
    needHigh: side(range.needHigh),
    boundLow: side(range.boundLow),
    boundHigh: side(range.boundHigh),
    oneSided: 0,
  };
}
