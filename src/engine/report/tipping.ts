import type { Change, TippingPoint, TippingPoints } from "../model/analysis.js";
import type { Recommendation } from "../model/recommendation.js";
import { type Verdict, verdicts } from "../model/verdict.js";
import { as, type Inline } from "./inline.js";
import { plural } from "./numbers.js";

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

/** What is said where no change was found. */
export function none({ complete, searched }: Pick<TippingPoints, "complete" | "searched">): string {
  if (complete) return "No change of the given answers changes the verdict.";
  const tried = searched === 1 ? "single other answer" : `set of up to ${searched} other answers`;
  return `No ${tried} changes the verdict; larger sets were not searched.`;
}

/** Says how many changes there are besides the `listed` ones; null where those are all. */
export function unlisted({ points, left, complete }: TippingPoints, listed: number): string | null {
  const more = points.length - listed + left;
  if (more === 0) return null;
  const noun = points[0]?.changes.length === 1 ? "more change" : "more set";
  return `… and ${complete ? "" : "at least "}${plural(more, noun)}`;
}

/** A change in full words; `others` lead to the same verdict just as well. */
export function worded(
  { questions }: Recommendation,
  change: Change,
  others: readonly Change[],
): readonly Inline[] {
  const question = questions.get(change.question);
  const label = (id: string | null): string =>
    `“${question?.options.find((option) => option.id === id)?.label ?? id ?? ""}”`;
  const { from, to } = change;
  const instead = [to, ...others.map((other) => other.to)].flatMap((id, at): readonly Inline[] => [
    ...(at === 0 ? [] : [" or "]),
    as("bold", label(id)),
  ]);
  const wording =
    from === null
      ? ["also ", ...instead]
      : to === null
        ? ["without ", as("bold", label(from))]
        : [...instead, ` instead of ${label(from)}`];
  return [`${question?.ask ?? ""} `, ...wording, as("dim", ` (${change.question})`)];
}
