import type { Change } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { questionOf } from "../selection.js";

/** Answers by question as an answers file has them: an option, or a list for a question that takes several. */
export type AnswersSet = Readonly<Record<string, string | readonly string[]>>;

/** The answers that changes lead to; of a question that takes several, all options that are then chosen. */
export function answersAfter(
  from: Pick<Recommendation, "answers" | "questions">,
  changes: readonly Change[],
): AnswersSet {
  const set = new Map<string, string | readonly string[]>();
  for (const { question: id, from: was, to } of changes) {
    const added = to === null ? [] : [to];
    const now = from.answers.find(({ question }) => question === id)?.options.map((option) => option.id);
    const kept = [set.get(id) ?? now ?? []].flat().filter((option) => option !== was);
    set.set(id, questionOf(from, id).several ? [...kept, ...added] : (to ?? []));
  }
  return Object.fromEntries(set);
}
