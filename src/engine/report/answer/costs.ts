import type { Tradeoff } from "../../model/pack.js";
import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import type { Concern } from "../../model/verdict.js";
import { covering } from "./covering.js";

/**
 * At most `most` costs of the verdict, each with what to do about it, in the order of the recommendation: one for each
 * concern that is kept (if none is, for each that has a place) before a second for any.
 */
export function costsOf({ concerns, tradeoffs }: Recommendation, most: number): readonly Tradeoff[] {
  const kept = concerns.filter((each) => each.class !== "not-kept");
  const costs = tradeoffs.filter(({ kind }) => kind === "disadvantage");
  return covering(costs, (cost) => concernsAt(cost, kept.length > 0 ? kept : concerns), most);
}

/** The concerns whose state is at one of the cost's places; none for a cost that holds wherever state lives. */
const concernsAt = (
  { places }: Pick<Tradeoff, "places">,
  concerns: readonly ReportedConcern[],
): readonly Concern[] =>
  concerns.flatMap(({ concern, placement }) =>
    places?.some((place) => place === placement?.place) ? [concern] : [],
  );
