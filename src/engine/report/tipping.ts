import type { Change, ConcernTippingPoint, TippingPoint, TippingPoints } from "../model/analysis.js";
import type { Recommendation } from "../model/recommendation.js";
import {
  type Concern,
  concerns,
  type PlaceClass,
  placeClasses,
  type Verdict,
  verdicts,
} from "../model/verdict.js";
import { as, type Inline } from "./inline.js";
import { plural } from "./numbers.js";
import { questionOf } from "./selection.js";
import { concernNouns, optionLabel } from "./wording/titles.js";

/** Changes that belong together; single changes of one answer to several others are one alternative. */
export interface Alternative {
  readonly changes: readonly Change[];
  /** Further options that the only change could choose just as well. */
  readonly others: readonly Change[];
}

/** The tipping points that lead to one verdict: all of `shared`, with any one of `alternatives` if there are any. */
export interface TippingGroup {
  readonly verdict: Verdict;
  readonly shared: readonly Change[];
  readonly alternatives: readonly Alternative[];
}

/**
 * What a report says about tipping points: a sentence, the groups that follow it, and how many points are not listed.
 */
export interface TippingSection {
  readonly lead: string;
  readonly groups: readonly TippingGroup[];
  readonly more: string | null;
}

/** Lists the first `most` points, which may depend on their size; null without analysis or verdict. */
export function tippingSection(
  { analysis, verdict }: Recommendation,
  most: (size: number) => number,
): TippingSection | null {
  if (analysis === null || verdict === "undecided") return null;
  const found = analysis.tippingPoints;
  const [first] = found.points;
  if (first === undefined) return { lead: none(found), groups: [], more: null };
  const size = first.changes.length;
  const listed = found.points.slice(0, most(size));
  return {
    lead:
      size === 1
        ? "Changing one answer is enough:"
        : `No single answer does it; ${size} changed together do:`,
    groups: tippingGroups(listed),
    more: unlisted(found, listed.length),
  };
}

/** The sentence if no change was found. */
function none({ complete, searched }: Pick<TippingPoints, "complete" | "searched">): string {
  if (complete) return "No change of the given answers changes the verdict.";
  const tried = searched === 1 ? "single other answer" : `set of up to ${searched} other answers`;
  return `No ${tried} changes the verdict; larger sets were not searched.`;
}

/** The number of changes besides the `listed` ones, in words; null if there are no others. */
export function unlisted({ points, left, complete }: TippingPoints, listed: number): string | null {
  const more = points.length - listed + left;
  if (more === 0) return null;
  const noun = points[0]?.changes.length === 1 ? "more change" : "more set";
  return `… and ${complete ? "" : "at least "}${plural(more, noun)}`;
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

/** The single changes that move one concern to another class of places, whatever the verdict does. */
export interface ConcernTippingGroup {
  readonly concern: Concern;
  readonly class: PlaceClass;
  /** "The login is not kept if". */
  readonly lead: string;
  readonly alternatives: readonly Alternative[];
}

/**
 * The same by concern and class, in their order, without those that change the verdict on their own, as they are listed
 * there; empty without analysis or verdict.
 */
export function concernTippingGroups({
  analysis,
  verdict,
}: Pick<Recommendation, "analysis" | "verdict">): readonly ConcernTippingGroup[] {
  if (analysis === null || verdict === "undecided") return [];
  const turning = analysis.tippingPoints.points.flatMap(({ changes }) =>
    changes.length === 1 ? changes : [],
  );
  const left = analysis.concernTippingPoints.filter(
    ({ change }) => !turning.some((other) => same(change, other)),
  );
  return concerns.flatMap((concern) =>
    placeClasses.flatMap((to): readonly ConcernTippingGroup[] => {
      const leads = (point: ConcernTippingPoint): boolean => point.concern === concern && point.class === to;
      const changes = left.filter(leads).map(({ change }) => [change]);
      if (changes.length === 0) return [];
      const lead = `The ${concernNouns[concern]} ${moveWords[to]} if`;
      return [{ concern, class: to, lead, alternatives: merged(changes) }];
    }),
  );
}

const moveWords: Readonly<Record<PlaceClass, string>> = {
  "not-kept": "is not kept",
  elsewhere: "is kept elsewhere, in a store or a resource,",
  bound: "is bound to its connection or instance",
};

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

/** A change in full words; `others` lead to the same verdict just as well. */
export function worded(
  recommendation: Pick<Recommendation, "questions">,
  { question: id, from, to }: Change,
  others: readonly Change[],
): readonly Inline[] {
  const question = questionOf(recommendation, id);
  const label = (option: string | null): string => `“${optionLabel(question, option)}”`;
  const instead = [to, ...others.map((other) => other.to)].flatMap((option, at): readonly Inline[] => [
    ...(at === 0 ? [] : [" or "]),
    as("bold", label(option)),
  ]);
  const wording =
    from === null
      ? ["also ", ...instead]
      : to === null
        ? ["without ", as("bold", label(from))]
        : [...instead, ` instead of ${label(from)}`];
  return [`${question.ask} `, ...wording, as("dim", ` (${id})`)];
}
