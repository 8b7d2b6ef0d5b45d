import type { CompiledPack, CompiledPlacement } from "../model/compiled-pack.js";
import type { Evidence, Placement } from "../model/pack.js";
import type { Possible } from "../model/profile.js";
import type { Score, Scores } from "../model/scores.js";
import { type StateConcern, stateConcerns } from "../model/verdict.js";
import { holds } from "./holds.js";

/** For each state-holding concern the first placement that holds; none while the verdict is undecided. */
export function placeState(
  pack: CompiledPack,
  possible: Possible,
  score: Score,
): ReadonlyMap<StateConcern, Placement> {
  const placed = new Map<StateConcern, Placement>();
  if (score.verdict === "undecided") return placed;
  for (const concern of stateConcerns) {
    const evidence = evidenceOf(score.concerns.get(concern));
    const first = placementsOf(pack, concern).find(
      (placed) =>
        // The condition first: what does not hold is not even read.
        (placed.condition === null || holds(placed.condition, possible)) &&
        (placed.entry.verdict === null || placed.entry.verdict.includes(score.verdict)) &&
        (placed.entry.evidence === null || placed.entry.evidence === evidence),
    );
    if (first !== undefined) placed.set(concern, first.entry);
  }
  return placed;
}

const known = new WeakMap<CompiledPack, ReadonlyMap<StateConcern, readonly CompiledPlacement[]>>();

/** The placements of a concern in their order, sorted out once a pack. */
function placementsOf(pack: CompiledPack, concern: StateConcern): readonly CompiledPlacement[] {
  const sorted = known.get(pack) ?? byConcern(pack);
  known.set(pack, sorted);
  return sorted.get(concern) ?? [];
}

function byConcern({ placements }: CompiledPack): ReadonlyMap<StateConcern, readonly CompiledPlacement[]> {
  const sorted = new Map<StateConcern, CompiledPlacement[]>();
  for (const placed of placements) {
    const alike = sorted.get(placed.concern);
    if (alike === undefined) sorted.set(placed.concern, [placed]);
    else alike.push(placed);
  }
  return sorted;
}

function evidenceOf(scores: Scores | undefined): Evidence {
  if (scores === undefined || scores.stateful === 0) return "none";
  return scores.live >= scores.kept ? "live" : "kept";
}
