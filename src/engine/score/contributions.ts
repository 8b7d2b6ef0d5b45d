import type { CompiledCondition, CompiledPack } from "../model/compiled-pack.js";
import { boxesOf, conditionOf, isConjunction, questionsIn } from "../model/condition-code.js";
import type { Possible } from "../model/profile.js";
import type { Contribution, Score } from "../model/scores.js";
import { within } from "./within.js";

/**
 * What each question brought in, in units of 1/`pack.shares`; sums to the scores exactly. A rule over several
 * questions is shared equally among them: the Shapley value of a conjunction. Of a condition with alternatives,
 * only the alternatives that hold count; a rule that needs no answer belongs to no question and is left out.
 */
export function contributionsOf(
  pack: CompiledPack,
  possible: Possible,
  score: Score,
): readonly Contribution[] {
  const live = new Array<number>(pack.questions.length).fill(0);
  const kept = live.slice();
  const stateless = live.slice();
  for (const index of score.firedRules) {
    const fired = pack.rules[index];
    if (fired === undefined) continue;
    const questions = responsible(pack, fired.condition, possible);
    const share = pack.shares / questions.length;
    for (const question of questions) {
      live[question] = (live[question] ?? 0) + fired.weight.live * share;
      kept[question] = (kept[question] ?? 0) + fired.weight.kept * share;
      stateless[question] = (stateless[question] ?? 0) + fired.weight.stateless * share;
    }
  }
  return pack.questions
    .map(({ index }) => ({
      question: index,
      live: live[index] ?? 0,
      kept: kept[index] ?? 0,
      stateless: stateless[index] ?? 0,
    }))
    .filter(({ live: n, kept: k, stateless: l }) => n + k + l > 0);
}

/**
 * The questions that make a condition hold: those of the alternatives that hold by themselves; where they hold only
 * together, the answered ones among all that the condition binds.
 */
export function responsible(
  pack: CompiledPack,
  condition: CompiledCondition,
  possible: Possible,
): readonly number[] {
  if (isConjunction(condition)) return questionsIn(condition, pack.variables);
  const holding = boxesOf(condition).filter((box) => within(box, possible));
  if (holding.length > 0) return questionsIn(conditionOf(holding), pack.variables);
  return questionsIn(condition, pack.variables).filter((question) =>
    pack.questions[question]?.variables.some(
      (variable) => possible[variable] !== pack.variables[variable]?.full,
    ),
  );
}
