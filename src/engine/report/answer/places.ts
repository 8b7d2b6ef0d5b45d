import type { Pattern } from "../../model/pack.js";
import type { Recommendation, ReportedPlacement } from "../../model/recommendation.js";
import type { Concern, Place } from "../../model/verdict.js";

/** Where one concern's state lives, and by which pattern. */
export interface PlacedConcern {
  readonly concern: Concern;
  readonly place: Place;
  readonly pattern: Pattern | null;
  /** A second pattern that comes with the first. */
  readonly companion: Pattern | null;
  /** The second home of a conversation that is bound. */
  readonly secondHome: Pattern | null;
}

/** The concerns that have state or a pattern for it, and those that have neither, each in the order of concerns. */
export interface Places {
  readonly placed: readonly PlacedConcern[];
  readonly without: readonly Concern[];
}

/** Both lists are empty while the verdict is undecided. */
export function placesOf({ concerns }: Pick<Recommendation, "concerns">): Places {
  const decided = concerns.flatMap(({ concern, placement }) =>
    placement === null ? [] : [{ concern, placement }],
  );
  return {
    placed: decided.filter(({ placement }) => holds(placement)).map(placedConcern),
    without: decided.filter(({ placement }) => !holds(placement)).map(({ concern }) => concern),
  };
}

const holds = ({ place, pattern }: ReportedPlacement): boolean => place !== "nowhere" || pattern !== null;

function placedConcern({
  concern,
  placement,
}: {
  readonly concern: Concern;
  readonly placement: ReportedPlacement;
}): PlacedConcern {
  const { place, pattern, beside, backedBy } = placement;
  return { concern, place, pattern, companion: beside, secondHome: backedBy?.pattern ?? null };
}
