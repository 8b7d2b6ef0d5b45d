import type { Question } from "../model/pack.js";
import type { Recommendation, ReportedOpenQuestion } from "../model/recommendation.js";

/**
 * What an answer can change: `verdict` alone, with all other questions left open; `with-others`: the verdict, but only
 * together with other answers; `place`: alone, where a state lives, and not the verdict. In the order to ask in.
 */
export const bearings = ["verdict", "with-others", "place"] as const;
export type Bearing = (typeof bearings)[number];

export interface QuestionToAsk {
  readonly question: Question;
  readonly bearing: Bearing;
}

/**
 * The open questions that can still change something, in the order to ask them: first those whose answer alone changes the
 * verdict, then those that can change it together with others, at last those that only move the place of a state; of each,
 * the most informative first. So once the first one bears on a place, the verdict stays. Left out are questions answered with
 * `unsure`, as whoever asks has asked them already, and those that matter only together with one of them. None without
 * analysis.
 */
export function questionsToAsk({
  open,
  questions,
}: Pick<Recommendation, "open" | "questions">): readonly QuestionToAsk[] {
  const toAsk = open
    .filter(({ unsure }) => !unsure)
    .toSorted((a, b) => (b.valueOfAsking ?? 0) - (a.valueOfAsking ?? 0));
  return bearings.flatMap((bearing) =>
    toAsk
      .filter((each) => bearingOf(each) === bearing)
      .flatMap(({ question }) => questions.get(question) ?? [])
      .map((question) => ({ question, bearing })),
  );
}

function bearingOf({ overturns, bearsOnVerdict, relocates }: ReportedOpenQuestion): Bearing | null {
  if (overturns) return "verdict";
  if (bearsOnVerdict) return "with-others";
  return relocates.length > 0 ? "place" : null;
}
