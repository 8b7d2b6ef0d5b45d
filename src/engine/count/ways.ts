import type { Verdict } from "../model/verdict.js";
import { flag, isBound, isKept, type Tally } from "./tally.js";

/**
 * Numbers of ways, added and multiplied component by component: what holds for all four concerns at once is a product
 * over them. The components: all; with nothing kept; with nothing bound; with nothing known about need (*quiet*: no `must`,
 * and no rule of the conversation about keeping it); quiet and with nothing kept.
 */
export interface Ways {
  /** Position in its circuit. */
  readonly id: number;
  readonly counts: readonly number[];
}

/** The number of components. */
export const waysWidth = 5;

/** All components, as bits. */
export const allComponents = 2 ** waysWidth - 1;

/** No ways at all. */
export function zeros(): number[] {
  return [0, 0, 0, 0, 0];
}

/** Adds so many times the second list to the first. */
export function addScaled(sums: number[], added: readonly number[], factor: number): void {
  for (let component = 0; component < waysWidth; component += 1)
    sums[component] = (sums[component] ?? 0) + factor * (added[component] ?? 0);
}

/** The components that one concern's tally counts for, as bits; it includes what fires in any case. */
export function componentsOf(tally: Tally): number {
  const kept = isKept(tally);
  const quiet = (tally.flags & (flag.must | flag.bears)) === 0;
  return 1 | (kept ? 0 : 2) | (isBound(tally) ? 0 : 4) | (quiet ? 8 : 0) | (quiet && !kept ? 16 : 0);
}

type Sign = 1 | -1;

/** Each verdict as a sum of components. What is bound is neither quiet nor without anything kept. */
const verdictTerms: Readonly<Record<Verdict, readonly (readonly [component: number, sign: Sign])[]>> = {
  stateless: [
    [1, 1],
    [4, -1],
  ],
  stateful: [
    [0, 1],
    [2, -1],
  ],
  hybrid: [
    [2, 1],
    [1, -1],
    [3, -1],
    [4, 1],
  ],
  undecided: [[3, 1]],
};

/** The numbers of ways that lead to a verdict. */
export function waysTo(verdict: Verdict, counts: readonly number[]): number {
  let sum = 0;
  for (const [component, sign] of verdictTerms[verdict]) sum += sign * (counts[component] ?? 0);
  // Beyond 2^53 differences of large numbers may miss 0.
  return Math.max(sum, 0);
}

/** The same in whole numbers of any size. */
export function exactWaysTo(verdict: Verdict, counts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const [component, sign] of verdictTerms[verdict]) sum += BigInt(sign) * (counts[component] ?? 0n);
  return sum;
}
