import type { Answer, Answers } from "../model/answers.js";
import type { Question } from "../model/pack.js";
import type { Path } from "../parse/parsed-document.js";
import { questionsById } from "./question-index.js";
import { type Report, readAnswer } from "./read-answer.js";

type Answered = Readonly<Record<string, unknown>>;

/** Reads a mapping of answers by question id. What cannot be used is reported and left out. */
export function readAnswerMap(
  value: unknown,
  path: Path,
  questions: readonly Question[],
  report: Report,
): Answers {
  const answers = new Map<string, Answer>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return answers;
  const byId = questionsById(questions);
  for (const id of Object.keys(value)) {
    const question = byId.get(id);
    if (question === undefined) {
      const known = [...byId.keys()];
      report({ code: "unknown-id", kind: "question", id, known }, [...path, id], "key");
      continue;
    }
    const answer = readAnswer(question, (value as Answered)[id], [...path, id], report);
    if (answer !== null) answers.set(id, answer);
  }
  return answers;
}
