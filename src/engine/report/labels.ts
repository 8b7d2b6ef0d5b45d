import type { Recommendation } from "../model/recommendation.js";

/** The labels of the options chosen for a question, as one phrase; empty when it has no answer. */
export function labelsOf({ answers }: Pick<Recommendation, "answers">, question: string): string {
  const answer = answers.find((each) => each.question === question);
  return answer?.options.map(({ label }) => label).join("; ") ?? "";
}
