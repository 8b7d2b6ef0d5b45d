import type { Change, TippingPoint } from "../model/analysis.js";
import { type Verdict, verdicts } from "../model/verdict.js";

/** Changes that belong together; single changes of one answer to several others are one alternative. */
export interface Alternative {
  readonly changes: readonly Change[];
  /** Further options that the only change may lead to just as well. */
  readonly others: readonly Change[];
}

/** The tipping points that lead to one verdict: all of `shared`, together with any one of `alternatives` if there are any. */
export interface TippingGroup {
  readonly verdict: Verdict;
  readonly shared: readonly Change[];
  readonly alternatives: readonly Alternative[];
}

/** The points by the verdict they lead to; what all sets of a verdict share is taken out of them. */
export function tippingGroups(points: readonly TippingPoint[]): readonly TippingGroup[] {
  return verdicts.flatMap((verdict): readonly TippingGroup[] => {
    const sets = points.filter((point) => point.verdict === verdict).map(({ changes }) => changes);
    const [first, ...others] = sets;
    if (first === undefined) return [];
    const shared = first.filter((change) => others.every((set) => set.some((other) => same(change, other))));
    const rests = sets.map((set) => set.filter((change) => !shared.some((other) => same(change, other))));
    return [{ verdict, shared, alternatives: merged(rests.filter((rest) => rest.length > 0)) }];
  });
}

const same = (a: Change, b: Change): boolean =>
  a.question === b.question && a.from === b.from && a.to === b.to;

function merged(sets: readonly (readonly Change[])[]): readonly Alternative[] {
  const alternatives = new Map<string, { readonly changes: readonly Change[]; readonly others: Change[] }>();
  for (const [at, changes] of sets.entries()) {
    const [only] = changes;
    const mergeable = changes.length === 1 && only !== undefined && only.from !== null && only.to !== null;
    const key = mergeable ? `${only.question} ${only.from}` : String(at);
    const alternative = alternatives.get(key);
    if (alternative !== undefined && only !== undefined) alternative.others.push(only);
    else alternatives.set(key, { changes, others: [] });
  }
  return [...alternatives.values()];
}
