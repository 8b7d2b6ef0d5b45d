import type { NamedWitness } from "../witness/witness-file.js";
import type { PackDiff } from "./replay.js";

/** The answers of every verdict that moves, numbered. */
export function diffWitnesses({ moves }: PackDiff): readonly NamedWitness[] {
  return moves.map(({ recorded, before, after }, index) => ({
    name: `move-${index + 1}`,
    shows: `${recorded.kind} ${recorded.name}: ${before} becomes ${after}`,
    answers: recorded.answers,
  }));
}
