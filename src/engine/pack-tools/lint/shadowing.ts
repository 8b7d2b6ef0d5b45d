import type { CompiledCondition, Variable } from "../../model/compiled-condition.js";
import type { CompiledPack, Conditional } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";
import { holds } from "../../score/holds.js";
import { coversAll, possibleOf } from "../witness/answers-of-term.js";

/** An entry without a condition has one term, which always holds. */
export const always: CompiledCondition = [[]];

/** With more ways of answering than this, only entries that cover a condition by themselves are found. */
const mostProfiles = 4096;

type Listed = Pick<Conditional<unknown>, "condition">;

/**
 * The earlier entries of a list because of which one with this condition is never taken: wherever it holds, one of them
 * holds as well. Empty if it can be taken. The first entry that is certain to hold is taken, so two that hold for
 * complementary answers do not add up to one that always holds: while the question is open, neither does.
 */
export function shadowing<Entry extends Listed>(
  pack: CompiledPack,
  condition: CompiledCondition,
  earlier: readonly Entry[],
): readonly Entry[] {
  if (condition.length === 0) return [];
  const whole = earlier.find((each) => coversAll(pack, condition, each.condition ?? always));
  if (whole !== undefined) return [whole];
  const variables = [...new Set(condition.flat().map(({ variable }) => variable))];
  if (variables.reduce((product, { states }) => product * (states.length + 1), 1) > mostProfiles) return [];
  const taken = new Set<Entry>();
  for (const possible of partlyAnswered(variables, possibleOf(pack, []))) {
    if (!holds(condition, possible)) continue;
    const first = earlier.find((each) => holds(each.condition ?? always, possible));
    if (first === undefined) return [];
    taken.add(first);
  }
  return earlier.filter((each) => taken.has(each));
}

/** A profile with these variables in every state, or left as they are. */
function* partlyAnswered(variables: readonly Variable[], possible: Possible): Generator<Possible> {
  const [first, ...rest] = variables;
  if (first === undefined) {
    yield possible;
    return;
  }
  yield* partlyAnswered(rest, possible);
  for (const state of first.states.keys())
    yield* partlyAnswered(rest, possible.with(first.index, 2 ** state));
}
