import type { Signals } from "../count/signals.js";
import type { Verdict } from "../model/verdict.js";

/** The signals (a bit each) whose sign can come out otherwise when between `lowest` and `highest` is added to them. */
export function openSigns(signals: Signals, lowest: Signals, highest: Signals): number {
  let open = 0;
  for (let index = 0; index < signals.length; index += 1) {
    const value = signals[index] ?? 0;
    const flips = value >= 0 ? value + (lowest[index] ?? 0) < 0 : value + (highest[index] ?? 0) >= 0;
    if (flips) open |= 1 << index;
  }
  return open;
}

/** Whether flipping some of the open signs gives a verdict other than `now`. */
export function canDiffer(
  verdictOf: (signs: number) => Verdict,
  signs: number,
  open: number,
  now: Verdict,
): boolean {
  for (let flipped = open; flipped > 0; flipped = (flipped - 1) & open)
    if (verdictOf(signs ^ flipped) !== now) return true;
  return verdictOf(signs) !== now;
}
