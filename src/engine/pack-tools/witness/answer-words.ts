import type { Answers } from "../../model/answers.js";
import { plainAnswers } from "./answers-of-term.js";

/** Answers as `--set` takes them: "interaction-style=server-push workload=gaming,commerce". */
export function answerWords(answers: Answers): string {
  const words = Object.entries(plainAnswers(answers)).map(
    ([question, options]) => `${question}=${[options].flat().join(",")}`,
  );
  return words.length === 0 ? "no answers" : words.join(" ");
}
