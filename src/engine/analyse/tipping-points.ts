import { canDiffer, openSigns, signsOf } from "../count/margins.js";
import type { Change, TippingPoint, TippingPoints } from "../model/analysis.js";
import { at } from "../model/at.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import { type Alternative, changesOf } from "./alternatives.js";
import { type ChangeBounds, changeBounds } from "./change-bounds.js";
import type { Scenario } from "./scenario.js";

/** Sets of more changes than this are not searched. */
export const sizeLimit = 4;
/** More sets than this are counted, not listed; single changes are always listed. */
export const listLimit = 24;
/** The most changes to try for sets of one size: some seconds, while the default pack takes milliseconds. */
const workLimit = 5_000_000;

/**
 * The smallest sets of changes to given answers that change the verdict, in the pack's order. Sizes are tried in turn,
 * so the first that yields a set is the smallest; within a size every set is visited except those that provably cannot
 * change the verdict: the changes still to be made cannot flip the signs that would have to flip. An answer
 * is changed at most once in a set; of a question that takes several, each option is added or dropped at most once.
 * After a change implications are applied again, and what was changed counts as given.
 * @param most changes to try of sets of one size, single changes aside: those are always tried
 */
export function tippingPointsOf(
  pack: CompiledPack,
  profile: Profile,
  scenario: Scenario,
  most = workLimit,
): TippingPoints {
  const alternatives = changesOf(pack, profile);
  let bounds: Bounds | null = null;
  for (let size = 1; size <= Math.min(sizeLimit, alternatives.length); size += 1) {
    // Single changes are few and often enough: trying them all is cheaper than bounding them.
    if (size === 2)
      bounds = {
        first: changeBounds(scenario, alternatives, sizeLimit, "now"),
        further: changeBounds(scenario, alternatives, sizeLimit, "any"),
      };
    const { points, left, cut } = setsOf(size, scenario, alternatives, bounds, most);
    if (points.length > 0 || cut) return { points, left, complete: !cut, searched: cut ? size - 1 : size };
  }
  const searched = Math.min(sizeLimit, alternatives.length);
  return { points: [], left: 0, complete: searched === alternatives.length, searched };
}

/** The most that changes can do: the first of a set, and those after it. */
interface Bounds {
  readonly first: ChangeBounds;
  readonly further: ChangeBounds;
}

/** The sets of one size that change the verdict. `cut`: those among the first `most` changes, and there may be more. */
function setsOf(
  size: number,
  scenario: Scenario,
  alternatives: readonly (readonly Alternative[])[],
  bounds: Bounds | null,
  most: number,
): Pick<TippingPoints, "points" | "left"> & { readonly cut: boolean } {
  const now = scenario.verdict;
  const verdictOf = (signs: number) => scenario.verdictOf(signs);
  const points: TippingPoint[] = [];
  const [limit, allowed] =
    size === 1 ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [listLimit, most];
  let found = 0;
  let work = 0;
  let cut = false;
  const extend = (changed: Scenario, changes: readonly Change[], from: number): void => {
    const missing = size - changes.length;
    if (missing === 0) {
      const { verdict } = changed;
      if (verdict === now) return;
      found += 1;
      if (points.length < limit) points.push({ changes, verdict });
      return;
    }
    for (let position = from; position <= alternatives.length - missing; position += 1) {
      if (bounds !== null) {
        const { lowest, highest } = changes.length === 0 ? bounds.first : bounds.further;
        const open = openSigns(changed.margins, lowest(position, missing), highest(position, missing));
        if (!canDiffer(verdictOf, signsOf(changed.margins), open, now)) return;
      }
      for (const { variable, mask, change } of at(alternatives, position)) {
        if (work === allowed) {
          cut = true;
          return;
        }
        work += 1;
        extend(changed.with(variable, mask), [...changes, change], position + 1);
      }
    }
  };
  extend(scenario, [], 0);
  return { points, left: found - points.length, cut };
}
