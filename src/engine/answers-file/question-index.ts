import type { Question } from "../model/pack.js";

const known = new WeakMap<readonly Question[], ReadonlyMap<string, Question>>();

/** The questions by id; made once for each list, as files without number are read against the same one. */
export function questionsById(questions: readonly Question[]): ReadonlyMap<string, Question> {
  const found = known.get(questions);
  if (found !== undefined) return found;
  const index = new Map(questions.map((question) => [question.id, question]));
  known.set(questions, index);
  return index;
}
