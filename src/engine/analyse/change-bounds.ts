import type { Alternative } from "./alternatives.js";
import { type Signals, signalCount } from "./signals.js";
import type { Trial } from "./trial.js";

/**
 * How far any `changes` of the variables from position `from` on (positions among the variables that can be changed)
 * can move each signal, whatever else is changed too.
 */
export interface ChangeBounds {
  lowest(from: number, changes: number): Signals;
  highest(from: number, changes: number): Signals;
}

/** Which changes of an entry to reckon with: those from how things stand, or (`any`) from wherever changes have led. */
export type From = "now" | "any";

/**
 * A rule that fires after some changes and did not before has, among the changed variables, one that was outside a box of
 * its condition and is inside now; one that stops firing has one that was inside a box and is outside now. Each
 * change is charged with all that it can start or stop in this way, so the charges of a set bound what the set does.
 * A variable's bound is that of its costliest change; those of several are the largest ones added up.
 * @param from `now` where nothing has been changed yet: what fires cannot start, what rests cannot stop
 */
export function changeBounds(
  trial: Trial,
  alternatives: readonly (readonly Alternative[])[],
  most: number,
  from: From,
): ChangeBounds {
  const charges = alternatives.map((options) => options.map((option) => chargeOf(trial, option, from)));
  const extremes = (
    pick: (...values: number[]) => number,
    side: "down" | "up",
  ): readonly (readonly number[])[] =>
    charges.map((options) =>
      Array.from({ length: signalCount }, (_, index) =>
        pick(0, ...options.map((charge) => charge[side][index] ?? 0)),
      ),
    );
  const lowest = suffixExtremes(extremes(Math.min, "down"), most, (a, b) => a - b);
  const highest = suffixExtremes(extremes(Math.max, "up"), most, (a, b) => b - a);
  return {
    lowest: (from, changes) => lowest[from]?.[changes] ?? [],
    highest: (from, changes) => highest[from]?.[changes] ?? [],
  };
}

interface Charge {
  readonly down: Signals;
  readonly up: Signals;
}

function chargeOf(trial: Trial, { variable, mask }: Alternative, from: From): Charge {
  const down = new Array<number>(signalCount).fill(0);
  const up = down.slice();
  const current = trial.maskOf(variable);
  for (const index of trial.touched[variable] ?? []) {
    const entry = trial.entries[index];
    if (entry === undefined) continue;
    const literals = entry.condition.boxes.flatMap((box) =>
      box.filter((literal) => literal.variable === variable),
    );
    const indirect = trial.touchesIndirectly(variable, index);
    const enters = (was: number, is: number): boolean =>
      indirect || literals.some((literal) => (literal.mask & was) === 0 && (literal.mask & is) !== 0);
    const starts = enters(current, mask) && (from === "any" || !trial.isFired(index));
    const stops = enters(mask, current) && (from === "any" || trial.isFired(index));
    entry.signals.forEach((value, at) => {
      const moves = [starts ? value : 0, stops ? -value : 0];
      down[at] = (down[at] ?? 0) + Math.min(...moves);
      up[at] = (up[at] ?? 0) + Math.max(...moves);
    });
  }
  return { down, up };
}

/** By position, then by number of changes 0..most: the largest bounds from that position on, added up. */
function suffixExtremes(
  bounds: readonly Signals[],
  most: number,
  largestFirst: (a: number, b: number) => number,
): readonly (readonly Signals[])[] {
  const tops: number[][] = Array.from({ length: signalCount }, () => []);
  const sums: Signals[][] = [];
  for (const bound of bounds.toReversed()) {
    tops.forEach((top, index) => {
      top.push(bound[index] ?? 0);
      top.sort(largestFirst).splice(most);
    });
    sums.push(
      Array.from({ length: most + 1 }, (_, count) =>
        tops.map((top) => top.slice(0, count).reduce((a, b) => a + b, 0)),
      ),
    );
  }
  return sums.reverse();
}
