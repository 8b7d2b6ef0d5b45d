import type { Recommendation } from "../../model/recommendation.js";

/** On which side of the verdict's two boundaries the points stand; the comparisons are of whole numbers. */
export interface Standing {
  /** b ≥ β: the points say that state is needed. */
  readonly needed: boolean;
  /** h ≥ η: the points say that it must live with the connection. */
  readonly bound: boolean;
}

/** The decision model's two questions, put to the points alone; vetoes come after. */
export function standingOf({ scores, settings }: Recommendation): Standing {
  const { live, stateful, stateless } = scores;
  const needed = 100 * (stateful - stateless) >= settings.needBoundaryPercent * (stateful + stateless);
  const bound = stateful > 0 && 100 * live >= settings.boundBoundaryPercent * stateful;
  return { needed, bound };
}
