import type { Answer, Answers } from "../../model/answers.js";
import type { Question } from "../../model/pack.js";
import { withAnswer } from "../witness/search-answers.js";

/** The number of ways to answer the questions, including leaving out any of them. */
export function answersCount(questions: readonly Question[]): number {
  return questions.reduce((product, { several, options }) => {
    const ways = several ? 2 ** options.filter((option) => !option.none).length : options.length;
    return product * (1 + ways);
  }, 1);
}

/** Every way to answer the questions, including leaving out any of them. Only for few questions. */
export function* everyAnswers(questions: readonly Question[]): Generator<Answers> {
  const [first, ...rest] = questions;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const answers of everyAnswers(rest)) {
    yield answers;
    for (const answer of answersTo(first)) yield withAnswer(answers, first.id, answer);
  }
}

function answersTo({ several, options }: Question): readonly Answer[] {
  const chosen = (ids: readonly string[]): Answer => ({ kind: "chosen", options: ids, note: null });
  if (!several) return options.map(({ id }) => chosen([id]));
  const none = options.filter((option) => option.none).map(({ id }) => chosen([id]));
  const others = options.filter((option) => !option.none).map(({ id }) => id);
  let sets: readonly (readonly string[])[] = [[]];
  for (const id of others) sets = [...sets, ...sets.map((set) => [...set, id])];
  return [...none, ...sets.filter((set) => set.length > 0).map(chosen)];
}
