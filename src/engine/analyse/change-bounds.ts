import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { Alternative } from "./alternatives.js";
import type { Scenario } from "./scenario.js";
import { noSignals, type Signals } from "./signals.js";

/** How far changes can move each signal down (all ≤ 0) and up (all ≥ 0). */
export interface Reachable {
  readonly lowest: Signals;
  readonly highest: Signals;
}

/**
 * What `missing` changes of the variables from position `from` on (positions among the variables that can be changed)
 * can do after `made` changes of variables before it.
 */
export type ChangeBounds = (from: number, made: number, missing: number) => Reachable;

/**
 * A rule that fires after some changes and did not before has, among the changed variables, one that was outside a term of
 * its condition and is inside now; one that stops firing has one that was inside a term and is outside now. Each
 * change is charged with all that it can start or stop in this way, so the charges of a set bound what the set does.
 * A rule that takes several changes to start is charged to each of them in equal parts, and not at all if there are fewer.
 * A variable's bound is that of its costliest change; those of several are the largest ones added up.
 */
export function changeBounds(
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
): ChangeBounds {
  const changeable = new Set(alternatives.flat().map(({ variable }) => variable));
  const distances = scenario.effects.map(({ condition }) => distanceOf(scenario, condition, changeable));
  const pushes = alternatives.map((options) =>
    options.map((option) => pushesOf(scenario, option, distances)),
  );
  const tables = new Map<number, readonly Reachable[]>();
  return (from, made, missing) => {
    const key = made * alternatives.length + missing;
    const table = tables.get(key) ?? suffixSums(pushes, made, missing);
    tables.set(key, table);
    return at(table, from);
  };
}

/** What a change may do to one signal. */
interface Push {
  readonly signal: number;
  /** What the rule adds when it fires. */
  readonly by: number;
  readonly fired: boolean;
  readonly starts: boolean;
  readonly stops: boolean;
  /** The rule does not start with fewer changes. */
  readonly distance: number;
}

function pushesOf(
  scenario: Scenario,
  { variable, mask }: Alternative,
  distances: readonly number[],
): readonly Push[] {
  const current = scenario.maskOf(variable);
  return scenario.dependentsOf(variable).flatMap(({ rule, indirect }): readonly Push[] => {
    const { condition, shifts } = at(scenario.effects, rule);
    const distance = at(distances, rule);
    const fired = scenario.isFired(rule);
    const starts = indirect || entersTerm(condition, variable, current, mask);
    const stops = indirect || entersTerm(condition, variable, mask, current);
    if ((!starts && !stops) || (!fired && distance === Number.POSITIVE_INFINITY)) return [];
    return shifts.map(({ signal, by }) => ({ signal, by, fired, starts, stops, distance }));
  });
}

/** Whether the variable, going from the states `was` to the states `is`, enters a term that it was outside of. */
function entersTerm(condition: CompiledCondition, variable: Variable, was: number, is: number): boolean {
  return condition.some((term) =>
    term.some(
      (literal) => literal.variable === variable && (literal.mask & was) === 0 && (literal.mask & is) !== 0,
    ),
  );
}

/**
 * A lower bound of the number of changes after which a condition can hold: of the term that takes fewest, the literals
 * whose variable has to change. What an implication can set may change by itself; what is open stays open, so it has to
 * be within the term, or to meet it if several terms may cover it together.
 */
function distanceOf(
  scenario: Scenario,
  condition: CompiledCondition,
  changeable: ReadonlySet<Variable>,
): number {
  const isCovered = (mask: number, current: number): boolean =>
    condition.length === 1 ? (current & ~mask) === 0 : (current & mask) !== 0;
  const distances = condition.map((term) =>
    term.reduce((sum, { variable, mask }) => {
      const current = scenario.maskOf(variable);
      if (changeable.has(variable)) return sum + ((current & mask) === 0 ? 1 : 0);
      return scenario.isImplied(variable) || isCovered(mask, current) ? sum : Number.POSITIVE_INFINITY;
    }, 0),
  );
  return Math.min(...distances);
}

/** What a change can do to each signal as the next of `made + missing` changes. */
function chargeOf(pushes: readonly Push[], made: number, missing: number): Reachable {
  const [lowest, highest] = [[...noSignals], [...noSignals]];
  for (const { signal, by, fired, starts, stops, distance } of pushes) {
    const mayStart = starts && (made > 0 || !fired) && distance <= made + missing;
    const mayStop = stops && (fired || (made > 0 && distance <= made));
    const start = mayStart ? by / Math.max(distance - made, 1) : 0;
    const stop = mayStop ? -by : 0;
    lowest[signal] = at(lowest, signal) + Math.min(start, stop, 0);
    highest[signal] = at(highest, signal) + Math.max(start, stop, 0);
  }
  return { lowest, highest };
}

/** By position: for each signal the `missing` largest charges from that position on, added up. */
function suffixSums(
  pushes: readonly (readonly (readonly Push[])[])[],
  made: number,
  missing: number,
): readonly Reachable[] {
  const [down, up] = [noSignals.map((): number[] => []), noSignals.map((): number[] => [])];
  let reachable: Reachable = { lowest: noSignals, highest: noSignals };
  return pushes
    .toReversed()
    .map((options) => {
      const charges = options
        .filter((option) => option.length > 0)
        .map((option) => chargeOf(option, made, missing));
      if (charges.length === 0) return reachable;
      const [lowest, highest] = [[...reachable.lowest], [...reachable.highest]];
      for (let signal = 0; signal < noSignals.length; signal += 1) {
        let [least, most] = [0, 0];
        for (const charge of charges) {
          least = Math.min(least, at(charge.lowest, signal));
          most = Math.max(most, at(charge.highest, signal));
        }
        // Signals are whole numbers, so parts of one count for nothing; sums of parts may be off by the last digits.
        if (least < 0) lowest[signal] = Math.ceil(largestSum(at(down, signal), least, missing) - 1e-9);
        if (most > 0) highest[signal] = Math.floor(largestSum(at(up, signal), most, missing) + 1e-9);
      }
      reachable = { lowest, highest };
      return reachable;
    })
    .toReversed();
}

/** Adds a value to a list of the `count` largest by size, and sums that up. */
function largestSum(values: number[], value: number, count: number): number {
  const place = values.findIndex((other) => Math.abs(other) < Math.abs(value));
  values.splice(place === -1 ? values.length : place, 0, value);
  if (values.length > count) values.pop();
  return values.reduce((total, each) => total + each, 0);
}
