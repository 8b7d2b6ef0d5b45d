import type { Tradeoff } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern } from "../../model/verdict.js";
import { covering } from "./covering.js";

/**
 * At most `most` costs of the verdict, each with what to do about it, in the order of the recommendation; one for each
 * concern that has state before a second for any.
 */
export function costsOf(from: Recommendation, most: number): readonly Tradeoff[] {
  const costs = from.tradeoffs.filter(({ kind }) => kind === "disadvantage");
  return covering(costs, (cost) => concernsOf(from, cost), most);
}

/** The concerns whose state is at one of the cost's places; none for a cost that holds wherever state lives. */
function concernsOf(
  { concerns }: Pick<Recommendation, "concerns">,
  { places }: Pick<Tradeoff, "places">,
): readonly Concern[] {
  return concerns.flatMap(({ concern, placement }) =>
    places?.some((place) => place === placement?.place) ? [concern] : [],
  );
}
