import { type CompiledCondition, type CompiledQuestion, questionsIn } from "../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import { maskOf, type Possible } from "../model/profile.js";
import { type Contribution, forms } from "../model/scores.js";
import { concerns } from "../model/verdict.js";
import { within } from "./holds.js";

/**
 * The contribution of each question per concern and form, in units of 1/`pack.shares`; they sum to A, B, P and Q exactly.
 * A rule over several questions is shared equally among them: the Shapley value of a conjunction. Of a condition with
 * alternatives, only the alternatives that hold count; a rule that needs no answer belongs to no question and is left
 * out. In the order of concerns, forms (need, then place), questions.
 */
export function contributionsOf(
  pack: CompiledPack,
  possible: Possible,
  fired: readonly CompiledRule[],
): readonly Contribution[] {
  const sums = new Map<string, Sum>();
  for (const { entry, condition } of fired) {
    const { kind: form, concern, points } = entry;
    if (form !== "need" && form !== "place") continue;
    const questions = responsible(condition, possible);
    const share = (Math.abs(points) * pack.shares) / questions.length;
    for (const question of questions) {
      const key = `${concern} ${form} ${question.index}`;
      const sum = sums.get(key) ?? { question, concern, form, for: 0, against: 0 };
      sum[points > 0 ? "for" : "against"] += share;
      sums.set(key, sum);
    }
  }
  return [...sums.values()].sort(
    (a, b) =>
      concerns.indexOf(a.concern) - concerns.indexOf(b.concern) ||
      forms.indexOf(a.form) - forms.indexOf(b.form) ||
      a.question.index - b.question.index,
  );
}

interface Sum extends Contribution {
  for: number;
  against: number;
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
