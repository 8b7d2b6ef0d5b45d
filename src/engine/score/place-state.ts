import type { CompiledPack } from "../model/compiled-pack.js";
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
    const first = pack.placements.find(
      (placed) =>
        placed.entry.concern === concern &&
        (placed.condition === null || holds(placed.condition, possible)) &&
        (placed.entry.verdict === null || placed.entry.verdict.includes(score.verdict)) &&
        (placed.entry.evidence === null || placed.entry.evidence === evidence),
    );
    if (first !== undefined) placed.set(concern, first.entry);
  }
  return placed;
}

function evidenceOf(scores: Scores | undefined): Evidence {
  if (scores === undefined || scores.stateful === 0) return "none";
  return scores.live >= scores.kept ? "live" : "kept";
}
