import type { Answers } from "../../model/answers.js";
import { withAnswer } from "./search-answers.js";

/**
 * Leaves out one answer after another, and one option after another where several are chosen, for as long as the rest
 * still shows the same: nothing that is left can go.
 */
export function shrinkAnswers(answers: Answers, shows: (fewer: Answers) => boolean): Answers {
  for (const fewer of smaller(answers)) if (shows(fewer)) return shrinkAnswers(fewer, shows);
  return answers;
}

function* smaller(answers: Answers): Generator<Answers> {
  for (const [question, answer] of answers) {
    yield withAnswer(answers, question, undefined);
    if (answer.kind === "unsure" || answer.options.length < 2) continue;
    for (const option of answer.options) {
      const options = answer.options.filter((other) => other !== option);
      yield withAnswer(answers, question, { ...answer, options });
    }
  }
}
