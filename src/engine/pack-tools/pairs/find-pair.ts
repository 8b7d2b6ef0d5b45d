import { at } from "../../model/at.js";
import type { Possible } from "../../model/profile.js";
import type { Verdict } from "../../model/verdict.js";
import { closeSpace } from "./closed-space.js";
import { afterOf, beforeOf, type Outcome, verdictOfOutcome } from "./outcomes.js";
import type { PairSpace } from "./pair-space.js";
import type { Work } from "./work.js";

/** The two profiles of a pair. */
export interface ProfilePair {
  readonly before: Possible;
  readonly after: Possible;
}

export type WantedVerdicts = (before: Verdict, after: Verdict) => boolean;
export type WantedOutcomes = (before: Outcome, after: Outcome) => boolean;

/**
 * A pair whose verdicts are as wanted, or null if there is none in the whole space: an exact search.
 * @throws OutOfReach beyond the limit of work
 */
export function findPair(space: PairSpace, wanted: WantedVerdicts, work: Work): ProfilePair | null {
  return findOutcomes(space, ofVerdicts(wanted), work);
}

/** The same by outcomes. */
export function findOutcomes(space: PairSpace, wanted: WantedOutcomes, work: Work): ProfilePair | null {
  const { pairs, trace } = closeSpace(space, work);
  const found = [...pairs].find((pair) => wanted(beforeOf(pair), afterOf(pair)));
  if (found === undefined) return null;
  const states = trace(found);
  const maskOf = (masks: readonly number[], position: number): number => at(masks, states[position] ?? 0);
  return {
    before: space.variables.map(({ before }, position) => maskOf(before, position)),
    after: space.variables.map(({ after }, position) => maskOf(after, position)),
  };
}

export function ofVerdicts(wanted: WantedVerdicts): WantedOutcomes {
  return (before, after) => wanted(verdictOfOutcome(before), verdictOfOutcome(after));
}
