import type { Question, Topic } from "../model/pack.js";
import { implicationOf } from "./implication-of.js";
import type { Interview } from "./interview.js";
import { pendingQuestions } from "./pending-questions.js";

/** How far an interview has come, told beside a question. */
export interface Progress {
  readonly topic: Topic;
  /** Position of the topic among all of the pack, from 1. */
  readonly position: number;
  readonly topics: number;
  /** Questions to go in this phase, this one included; answers to come may still make it fewer, or more. */
  readonly left: number;
}

/** Progress as it stands at `question`. */
export function progressAt(interview: Interview, question: Question): Progress {
  const { pack, answers, history, cursor, phase } = interview;
  const { topics } = pack.source;
  const found = topics.findIndex(({ id }) => id === question.topic);
  const ahead = history.slice(cursor).filter((id) => implicationOf(pack, answers, id) === null);
  const pending = phase === "review" ? [] : pendingQuestions(interview, phase).map(({ id }) => id);
  return {
    topic: topics[found] ?? { id: question.topic, title: question.topic, about: "" },
    position: found + 1,
    topics: topics.length,
    left: new Set([...ahead, ...pending, question.id]).size,
  };
}
