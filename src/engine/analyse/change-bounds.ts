import { type Signals, signalCount } from "../count/signals.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { Alternative } from "./alternatives.js";
import type { Scenario } from "./scenario.js";

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
 * A rule that fires after some changes and did not before has, among the changed variables, one that was outside a term of
 * its condition and is inside now; one that stops firing has one that was inside a term and is outside now. Each
 * change is charged with all that it can start or stop in this way, so the charges of a set bound what the set does.
 * A variable's bound is that of its costliest change; those of several are the largest ones added up.
 * @param from `now` where nothing has been changed yet: what fires cannot start, what rests cannot stop
 */
export function changeBounds(
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
  most: number,
  from: From,
): ChangeBounds {
  const downs: Signals[] = [];
  const ups: Signals[] = [];
  for (const options of alternatives) {
    const down = new Array<number>(signalCount).fill(0);
    const up = down.slice();
    for (const option of options) {
      const charge = chargeOf(scenario, option, from);
      for (let at = 0; at < signalCount; at += 1) {
        down[at] = Math.min(down[at] ?? 0, charge.down[at] ?? 0);
        up[at] = Math.max(up[at] ?? 0, charge.up[at] ?? 0);
      }
    }
    downs.push(down);
    ups.push(up);
  }
  const lowest = suffixExtremes(downs, most, (a, b) => a - b);
  const highest = suffixExtremes(ups, most, (a, b) => b - a);
  return {
    lowest: (from, changes) => lowest[from]?.[changes] ?? [],
    highest: (from, changes) => highest[from]?.[changes] ?? [],
  };
}

interface Charge {
  readonly down: Signals;
  readonly up: Signals;
}

function chargeOf(scenario: Scenario, { variable, mask }: Alternative, from: From): Charge {
  const down = new Array<number>(signalCount).fill(0);
  const up = down.slice();
  const current = scenario.maskOf(variable);
  for (const { entry: index, indirect } of scenario.dependentsOf(variable)) {
    const entry = scenario.entries[index];
    if (entry === undefined) continue;
    const { condition } = entry;
    const fired = scenario.isFired(index);
    const starts = (from === "any" || !fired) && (indirect || entersTerm(condition, variable, current, mask));
    const stops = (from === "any" || fired) && (indirect || entersTerm(condition, variable, mask, current));
    for (let at = 0; at < signalCount; at += 1) {
      const value = entry.signals[at] ?? 0;
      const start = starts ? value : 0;
      const stop = stops ? -value : 0;
      down[at] = (down[at] ?? 0) + Math.min(start, stop);
      up[at] = (up[at] ?? 0) + Math.max(start, stop);
    }
  }
  return { down, up };
}

/** Whether the variable, going from the states `was` to the states `is`, comes within a term that it was outside of. */
function entersTerm(condition: CompiledCondition, variable: Variable, was: number, is: number): boolean {
  for (const term of condition) {
    for (const literal of term)
      if (literal.variable === variable && (literal.mask & was) === 0 && (literal.mask & is) !== 0)
        return true;
  }
  return false;
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
    let sum: Signals = tops.map(() => 0);
    const ofPosition = [sum];
    for (let count = 0; count < most; count += 1) {
      sum = tops.map((top, index) => (sum[index] ?? 0) + (top[count] ?? 0));
      ofPosition.push(sum);
    }
    sums.push(ofPosition);
  }
  return sums.reverse();
}
