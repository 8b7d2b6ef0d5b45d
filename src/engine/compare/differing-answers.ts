import type { Recommendation, ReportedAnswer } from "../model/recommendation.js";

/** A question that not all of several surfaces answer alike; one entry a surface, null where it is open. */
export interface DifferingAnswer {
  readonly question: string;
  readonly answers: readonly (ReportedAnswer | null)[];
}

/** The questions on which surfaces differ, in the order in which they are first answered. */
export function differingAnswers(surfaces: readonly Recommendation[]): readonly DifferingAnswer[] {
  const questions = [...new Set(surfaces.flatMap(({ answers }) => answers.map(({ question }) => question)))];
  return questions
    .map((question) => ({
      question,
      answers: surfaces.map(({ answers }) => answers.find((answer) => answer.question === question) ?? null),
    }))
    .filter(
      ({ answers }) =>
        new Set(answers.map((answer) => answer?.options.map(({ id }) => id).join(" "))).size > 1,
    );
}
