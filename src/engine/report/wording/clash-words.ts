import type { Clash } from "../../model/pack.js";
import type { Recommendation, ReportedClash } from "../../model/recommendation.js";
import { questionOf } from "../selection.js";
import { asSentence, listed } from "./phrases.js";
import { labelsOf } from "./titles.js";

/** The heading over answers that do not fit each other. */
export const clashTitle = "Answers that do not fit each other";

/** An answer of a clash. */
export interface ClashingAnswer {
  readonly question: string;
  readonly ask: string;
  readonly labels: string;
}

/** The answers of a clash, in the order of its questions. */
export function clashingAnswers(
  from: Recommendation,
  { questions }: ReportedClash,
): readonly ClashingAnswer[] {
  return questions.map((question) => ({
    question,
    ask: questionOf(from, question).ask,
    labels: labelsOf(from, question),
  }));
}

/** Which questions do not fit, why, and which to look at again, to follow a colon. */
export function clashSentence(
  questions: readonly string[],
  { because, reconsider }: Pick<Clash, "because" | "reconsider">,
): string {
  return `answers that do not fit each other (${listed(questions)}): ${asSentence(because)} Look again at ${reconsider}.`;
}

/** The question whose answer to look at again. */
export const reconsidered = (from: Recommendation, { clash }: ReportedClash): string =>
  questionOf(from, clash.reconsider).ask;
