import {
  addMargins,
  combine,
  type Margins,
  noMargins,
  perMargin,
  subtractMargins,
} from "../count/margins.js";
import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { Alternative } from "./alternatives.js";
import type { Scenario } from "./scenario.js";

/**
 * How far any `changes` of the variables from position `from` on (positions among the variables that can be changed)
 * can move each margin, whatever else is changed too.
 */
export interface ChangeBounds {
  lowest(from: number, changes: number): Margins;
  highest(from: number, changes: number): Margins;
}

/**
 * Which changes of an entry to allow for: those from the present state, or (`any`) from any state that changes lead to.
 */
export type From = "now" | "any";

/**
 * A rule that fires after some changes and did not before has, among the changed variables, one that was outside a term of
 * its condition and is inside now; one that stops firing has one that was inside a term and is outside now. Each
 * change is charged with all that it can start or stop in this way, so the charges of a set bound what the set does.
 * A variable's bound is that of its costliest change; those of several are the largest ones added up.
 * @param from `now` if nothing has been changed yet: what fires cannot start, what does not cannot stop
 */
export function changeBounds(
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
  most: number,
  from: From,
): ChangeBounds {
  const charges = alternatives.map((options) => options.map((option) => chargeOf(scenario, option, from)));
  const extremes = (
    of: (charge: Charge) => Margins,
    pick: (a: number, b: number) => number,
    largestFirst: (a: number, b: number) => number,
  ) => {
    const bounds = charges.map((options) =>
      options.reduce((bound, charge) => combine(bound, of(charge), pick), noMargins),
    );
    const sums = suffixExtremes(bounds, most, largestFirst);
    return (position: number, changes: number): Margins => at(at(sums, position), changes);
  };
  return {
    lowest: extremes(
      ({ down }) => down,
      Math.min,
      (a, b) => a - b,
    ),
    highest: extremes(
      ({ up }) => up,
      Math.max,
      (a, b) => b - a,
    ),
  };
}

/** How far a change can move the margins down (all ≤ 0) and up (all ≥ 0). */
interface Charge {
  readonly down: Margins;
  readonly up: Margins;
}

function chargeOf(scenario: Scenario, { variable, mask }: Alternative, from: From): Charge {
  const current = scenario.maskOf(variable);
  let [down, up] = [noMargins, noMargins];
  for (const { entry, indirect } of scenario.dependentsOf(variable)) {
    const { condition, margins } = at(scenario.entries, entry);
    const fired = scenario.isFired(entry);
    const starts = (from === "any" || !fired) && (indirect || entersTerm(condition, variable, current, mask));
    const stops = (from === "any" || fired) && (indirect || entersTerm(condition, variable, mask, current));
    const start = starts ? margins : noMargins;
    const stop = stops ? subtractMargins(noMargins, margins) : noMargins;
    down = addMargins(down, combine(start, stop, Math.min));
    up = addMargins(up, combine(start, stop, Math.max));
  }
  return { down, up };
}

/** Whether the variable, going from the states `was` to the states `is`, enters a term that it was outside of. */
function entersTerm(condition: CompiledCondition, variable: Variable, was: number, is: number): boolean {
  return condition.some((term) =>
    term.some(
      (literal) => literal.variable === variable && (literal.mask & was) === 0 && (literal.mask & is) !== 0,
    ),
  );
}

/** By position, then by number of changes 0..most: the largest bounds from that position on, added up. */
function suffixExtremes(
  bounds: readonly Margins[],
  most: number,
  largestFirst: (a: number, b: number) => number,
): readonly (readonly Margins[])[] {
  let largest = perMargin((): readonly number[] => []);
  return bounds
    .toReversed()
    .map((bound) => {
      largest = perMargin((name) => [...largest[name], bound[name]].sort(largestFirst).slice(0, most));
      const sums = [noMargins];
      for (let count = 0; count < most; count += 1)
        sums.push(
          addMargins(
            at(sums, count),
            perMargin((name) => largest[name][count] ?? 0),
          ),
        );
      return sums;
    })
    .reverse();
}
