import type { Change, ConcernTippingPoint, TippingPoint, TippingPoints } from "../model/analysis.js";
import { at } from "../model/at.js";
import { concerns } from "../model/verdict.js";
import type { Alternative } from "./alternatives.js";
import { type ChangeBounds, changeBounds } from "./change-bounds.js";
import type { Scenario } from "./scenario.js";
import { canDiffer } from "./signals.js";

/** Sets of more changes than this are not searched. */
export const sizeLimit = 4;
/** More sets than this are counted, not listed; single changes are always listed. */
export const listLimit = 24;
/** The most work for sets of one size, as `Scenario.workOf` counts it: some seconds; the default pack takes milliseconds. */
const workLimit = 10_000_000;

/**
 * The smallest sets of changes to given answers that change the verdict, in the pack's order. Sizes are tried in turn,
 * so the first that yields a set is the smallest; within a size every set is visited except those that provably cannot
 * change the verdict: the changes still to be made cannot move the signals far enough. An answer is changed at most
 * once in a set; of a question that takes several, each option is added or dropped at most once. After a change
 * implications are applied again, and what was changed counts as given.
 * @param alternatives by variable, those of `alternativesOf`
 * @param most work for sets of one size, single changes aside: those are always tried
 */
export function tippingPointsOf(
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
  most = workLimit,
): TippingPoints {
  const singles = alternatives.flat().flatMap(({ change, after }): readonly TippingPoint[] => {
    const { verdict } = after;
    return verdict === scenario.verdict ? [] : [{ changes: [change], verdict }];
  });
  const largest = Math.min(sizeLimit, alternatives.length);
  if (singles.length > 0 || largest < 2)
    return { points: singles, left: 0, complete: true, searched: Math.min(largest, 1) };
  const bounds = changeBounds(scenario, alternatives);
  for (let size = 2; size <= largest; size += 1) {
    const { points, left, cut } = setsOf(size, scenario, alternatives, bounds, most);
    if (points.length > 0 || cut) return { points, left, complete: !cut, searched: cut ? size - 1 : size };
  }
  return { points: [], left: 0, complete: largest === alternatives.length, searched: largest };
}

/** The sets of one size that change the verdict. `cut`: those found within `most` work, and there may be more. */
function setsOf(
  size: number,
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
  bounds: ChangeBounds,
  most: number,
): Pick<TippingPoints, "points" | "left"> & { readonly cut: boolean } {
  const now = scenario.verdict;
  const points: TippingPoint[] = [];
  let [found, work, cut] = [0, 0, false];
  const extend = (changed: Scenario, changes: readonly Change[], from: number): void => {
    const missing = size - changes.length;
    if (missing === 0) {
      const { verdict } = changed;
      if (verdict === now) return;
      found += 1;
      if (points.length < listLimit) points.push({ changes, verdict });
      return;
    }
    const isFirst = changes.length === 0;
    for (let position = from; position <= alternatives.length - missing; position += 1) {
      const { lowest, highest } = bounds(position, changes.length, missing);
      if (!canDiffer(changed.signals, lowest, highest, now)) return;
      for (const { variable, mask, change, after } of at(alternatives, position)) {
        cut ||= work >= most;
        if (cut) return;
        work += isFirst ? 1 : scenario.workOf(variable);
        extend(isFirst ? after : changed.with(variable, mask), [...changes, change], position + 1);
      }
    }
  };
  extend(scenario, [], 0);
  return { points, left: found - points.length, cut };
}

/** The single changes that move a concern to another class, whatever the verdict; one entry for each concern moved. */
export function concernTippingPointsOf(
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
): readonly ConcernTippingPoint[] {
  const now = scenario.classes;
  return alternatives.flat().flatMap(({ change, after }): readonly ConcernTippingPoint[] => {
    const { classes } = after;
    return concerns
      .filter((concern) => classes[concern] !== now[concern])
      .map((concern) => ({ concern, change, class: classes[concern] }));
  });
}
