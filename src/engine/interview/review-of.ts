import type { Question, Topic } from "../model/pack.js";
import { type Implied, implicationOf } from "./implication-of.js";
import type { Interview } from "./interview.js";

/** How one question stands, for the review before the result. */
export interface ReviewEntry {
  readonly question: Question;
  readonly topic: Topic;
  readonly state: "given" | "unsure" | "implied" | "open";
  /** Ids of the options that count: the chosen ones, or the implied one. */
  readonly options: readonly string[];
  /** What the other answers imply; beside a given answer, only where that answer says otherwise. */
  readonly implied: Implied | null;
}

/** Every question in the interview's order: by topic, inside a topic as in the pack. */
export function reviewOf(interview: Interview): readonly ReviewEntry[] {
  const { pack, answers } = interview;
  return pack.source.topics.flatMap((topic) =>
    pack.source.questions
      .filter((question) => question.topic === topic.id)
      .map((question): ReviewEntry => {
        const answer = answers.get(question.id);
        const implied = implicationOf(pack, answers, question.id);
        if (answer?.kind === "chosen") {
          const differs = implied !== null && !answer.options.includes(implied.option);
          return {
            question,
            topic,
            state: "given",
            options: answer.options,
            implied: differs ? implied : null,
          };
        }
        if (implied !== null)
          return { question, topic, state: "implied", options: [implied.option], implied };
        return {
          question,
          topic,
          state: answer === undefined ? "open" : "unsure",
          options: [],
          implied: null,
        };
      }),
  );
}
