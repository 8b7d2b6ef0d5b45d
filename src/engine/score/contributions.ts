import { at } from "../model/at.js";
import { type CompiledCondition, type CompiledQuestion, questionsIn } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { totalPoints } from "../model/pack.js";
import { maskOf, type Possible } from "../model/profile.js";
import type { Contribution, Score } from "../model/scores.js";
import { within } from "./holds.js";

/**
 * The contribution of each question, in units of 1/`pack.shares`; they sum to the scores exactly. A rule over several
 * questions is shared equally among them: the Shapley value of a conjunction. Of a condition with alternatives, only
 * the alternatives that hold count; a rule that needs no answer belongs to no question and is left out.
 */
export function contributionsOf(
  pack: CompiledPack,
  possible: Possible,
  score: Score,
): readonly Contribution[] {
  const sums = pack.questions.map((question) => ({ question, live: 0, kept: 0, stateless: 0 }));
  for (const { entry, condition } of score.firedRules) {
    const questions = responsible(condition, possible);
    const share = pack.shares / questions.length;
    for (const { index } of questions) {
      const sum = at(sums, index);
      sum.live += entry.weight.live * share;
      sum.kept += entry.weight.kept * share;
      sum.stateless += entry.weight.stateless * share;
    }
  }
  return sums.filter((sum) => totalPoints(sum) > 0);
}

/**
 * The questions that make a condition hold: those of the alternatives that hold by themselves; if they hold only
 * together, the answered ones among all that the condition names.
 */
export function responsible(condition: CompiledCondition, possible: Possible): readonly CompiledQuestion[] {
  if (condition.length === 1) return questionsIn(condition);
  const holding = condition.filter((term) => within(term, possible));
  if (holding.length > 0) return questionsIn(holding);
  return questionsIn(condition).filter(({ variables }) =>
    variables.some((variable) => maskOf(possible, variable) !== variable.full),
  );
}
