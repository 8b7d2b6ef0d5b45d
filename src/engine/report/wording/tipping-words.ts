import type { Change, TippingPoints } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { plural } from "../numbers.js";

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
