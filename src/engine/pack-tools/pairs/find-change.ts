import type { Concern } from "../../model/verdict.js";
import { closeSpace } from "./closed-space.js";
import { ofVerdicts, type ProfilePair, type WantedOutcomes, type WantedVerdicts } from "./find-pair.js";
import { afterOf, beforeOf, farther, type Outcome, outcomes } from "./outcomes.js";
import { type PairRule, type PairSpace, scopeOf } from "./pair-space.js";
import type { Work } from "./work.js";

/**
 * A pair of different verdicts, as wanted, as far as the concerns go whose rules the change touches, while the others
 * may come to anything; null if there is none, and so none in the whole space. Variables that only the others read are
 * left open. Far less work than `findPair`, and enough to exclude most of what never happens.
 * @throws OutOfReach beyond the limit of work
 */
export function findChange(space: PairSpace, verdicts: WantedVerdicts, work: Work): ProfilePair | null {
  const wanted = ofVerdicts(verdicts);
  const touched = touchedConcerns(space);
  if (touched.size === 0) return null;
  const rules = space.rules.filter(({ rule }) => touched.has(rule.concern));
  const { pairs, trace } = closeSpace({ ...space, rules }, work);
  const found = [...pairs].find((pair) => isWanted(beforeOf(pair), afterOf(pair), wanted, touched));
  if (found === undefined) return null;
  const states = trace(found);
  const maskOf = (masks: readonly number[], state: number | undefined): number =>
    masks[state ?? -1] ?? masks.reduce((all, mask) => all | mask, 0);
  return {
    before: space.variables.map(({ before }, position) => maskOf(before, states[position])),
    after: space.variables.map(({ after }, position) => maskOf(after, states[position])),
  };
}

/** The concerns of rules that count on one side only, or read a variable that changes. */
function touchedConcerns({ rules, variables }: PairSpace): ReadonlySet<Concern> {
  const changing = new Set(
    variables
      .filter(({ before, after }) => before.some((mask, state) => mask !== after[state]))
      .map(({ index }) => index),
  );
  const isTouched = ({ before, after }: PairRule): boolean =>
    before !== after || scopeOf([before ?? []]).some((position) => changing.has(position));
  return new Set(rules.filter(isTouched).map(({ rule }) => rule.concern));
}

/** Whether the pair is wanted with some outcome of the other concerns, the same before and after. */
function isWanted(
  before: Outcome,
  after: Outcome,
  wanted: WantedOutcomes,
  touched: ReadonlySet<Concern>,
): boolean {
  return outcomes.some((other) => {
    if (touched.has("interaction") && other.interaction > 0) return false;
    return wanted(farther(before, other), farther(after, other));
  });
}
