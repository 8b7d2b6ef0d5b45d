import type { Range } from "./range.js";
import type { Tally } from "./tally.js";

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
const vetoBits = 2;

export function packedVetoes(first: number, second: number): number {
  return first | (second << vetoBits);
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

export function pairRange(first: Range, second: Range): Range {
  return {
    needLow: packed(first.needLow, second.needLow),
    needHigh: packed(first.needHigh, second.needHigh),
    boundLow: packed(first.boundLow, second.boundLow),
    boundHigh: packed(first.boundHigh, second.boundHigh),
  };
}

/** One side of a pair: `firstOf` or `secondOf`. */
export type Side = typeof firstOf;

export function sideOfTally({ need, bound, total, vetoes }: Tally, side: Side): Tally {
  const bits = side === firstOf ? vetoes & (2 ** vetoBits - 1) : vetoes >> vetoBits;
  return { need: side(need), bound: side(bound), total: side(total), vetoes: bits };
}

export function sideOfRange({ needLow, needHigh, boundLow, boundHigh }: Range, side: Side): Range {
  return {
    needLow: side(needLow),
    needHigh: side(needHigh),
    boundLow: side(boundLow),
    boundHigh: side(boundHigh),
  };
}
