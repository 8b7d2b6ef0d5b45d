import type { Question } from "../model/pack.js";
import { implicationOf } from "./implication-of.js";
import type { Interview } from "./interview.js";

/** The questions of a phase that are still to be asked, in the pack's order: unmet, unanswered and not implied. */
export function pendingQuestions(interview: Interview, phase: "essential" | "deeper"): readonly Question[] {
  const { pack, answers, history } = interview;
  return pack.source.questions.filter(
    ({ id, essential }) =>
      (essential || phase === "deeper") &&
      !answers.has(id) &&
      !history.includes(id) &&
      implicationOf(pack, answers, id) === null,
  );
}

/** The first entry of the history, from the cursor on, that is still a question: what is implied by now is passed over. */
export function revisited(interview: Interview): string | null {
  const { pack, answers, history, cursor } = interview;
  return history.slice(cursor).find((id) => implicationOf(pack, answers, id) === null) ?? null;
}
