import type { Answer } from "../model/answers.js";
import type { Question, Topic } from "../model/pack.js";
import { type Implied, implicationOf } from "./implications.js";
import type { Interview } from "./interview.js";

/** What a question is called where all of it would be too long: its id in words, such as "Client liveness". */
export function titleOf({ id }: Pick<Question, "id">): string {
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The state of one question, for the review before the result. */
export interface ReviewEntry {
  readonly question: Question;
  readonly title: string;
  readonly topic: Topic;
  readonly state: "given" | "unsure" | "implied" | "open";
  /** An agent gave the answer, and no person has confirmed it. */
  readonly unconfirmed: boolean;
  /** Ids of the options that count: the chosen ones, or the implied one. */
  readonly options: readonly string[];
  /** The answer that the others imply; for a given answer, only if the two differ. */
  readonly implied: Implied | null;
}

/** Every question in the interview's order: by topic, within a topic as in the pack. */
export function reviewOf({ pack, answers }: Interview): readonly ReviewEntry[] {
  return pack.source.topics.flatMap((topic) =>
    pack.source.questions
      .filter((question) => question.topic === topic.id)
      .map((question) => {
        const implied = implicationOf(pack, answers, question.id);
        const answer = answers.get(question.id);
        const unconfirmed = answer?.by === "agent";
        return { question, title: titleOf(question), topic, unconfirmed, ...stateOf(answer, implied) };
      }),
  );
}

function stateOf(
  answer: Answer | undefined,
  implied: Implied | null,
): Pick<ReviewEntry, "state" | "options" | "implied"> {
  if (answer?.kind === "chosen") {
    const differs = implied !== null && !answer.options.includes(implied.option);
    return { state: "given", options: answer.options, implied: differs ? implied : null };
  }
  if (implied !== null) return { state: "implied", options: [implied.option], implied };
  return { state: answer === undefined ? "open" : "unsure", options: [], implied: null };
}
