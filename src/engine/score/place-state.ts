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
      ({ entry, condition }) =>
        entry.concern === concern &&
        (entry.verdict === null || entry.verdict.includes(score.verdict)) &&
        (entry.evidence === null || entry.evidence === evidence) &&
        (condition === null || holds(condition, possible)),
    );
    if (first !== undefined) placed.set(concern, first.entry);
  }
  return placed;
}

function evidenceOf(scores: Scores | undefined): Evidence {
  if (scores === undefined || scores.stateful === 0) return "none";
  return scores.live >= scores.kept ? "live" : "kept";
}
