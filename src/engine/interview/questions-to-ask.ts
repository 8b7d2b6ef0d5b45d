import type { Question } from "../model/pack.js";
import type { Recommendation, ReportedOpenQuestion } from "../model/recommendation.js";

/**
 * What an answer can change: `verdict` or `place` alone, with all other questions left open; `with-others`: the verdict,
 * but only together with other answers.
 */
export type Bearing = "verdict" | "place" | "with-others";

export interface QuestionToAsk {
  readonly question: Question;
  readonly bearing: Bearing;
}

/**
 * What changes nothing alone is not worth a question that says less than this about the verdict, in bits. Without a limit
 * nearly every question is asked, as nearly each can matter together with some others. The value is found by trial on the
 * cases of the default pack: with 0.02, 0.05 and 0.1 alike, whoever asks in this order gets to the verdict of each
 * documented case, in half of them by 12 questions (test/cli/mcp/cases.test.ts).
 */
const leastInformation = 0.05;

/**
 * The open questions that are worth asking, in their order: first those of which some answer alone changes the verdict or
 * the place of a state, then those that say something about the verdict together with others; the most informative
 * first. Not those answered with `unsure`, as whoever asks has asked them already. None without analysis.
 */
export function questionsToAsk({
  open,
  questions,
}: Pick<Recommendation, "open" | "questions">): readonly QuestionToAsk[] {
  const found = open
    .filter(({ unsure }) => !unsure)
    .toSorted((a, b) => (b.valueOfInformation ?? 0) - (a.valueOfInformation ?? 0))
    .flatMap((each): readonly QuestionToAsk[] => {
      const question = questions.get(each.question);
      const bearing = bearingOf(each);
      return question === undefined || bearing === null ? [] : [{ question, bearing }];
    });
  const isAlone = ({ bearing }: QuestionToAsk): boolean => bearing !== "with-others";
  return [...found.filter(isAlone), ...found.filter((each) => !isAlone(each))];
}

function bearingOf({ overturns, relocates, valueOfInformation }: ReportedOpenQuestion): Bearing | null {
  if (overturns) return "verdict";
  if (relocates.length > 0) return "place";
  return (valueOfInformation ?? 0) < leastInformation ? null : "with-others";
}
