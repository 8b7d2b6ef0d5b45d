import type { Answer } from "../model/answers.js";
import { type Effect, effectsOf } from "./effects-of.js";
import type { Interview, Reply } from "./interview.js";

/** The interview after a reply, and what the reply did to other questions. */
export interface Applied {
  readonly interview: Interview;
  readonly effects: readonly Effect[];
}

/**
 * Records a reply, to the question that is next or, from the review, to any other. A note is kept as long as the answer
 * that it was written for. Answers to other questions are never dropped: an explicit answer overrides what is implied.
 */
export function applyReply(interview: Interview, question: string, reply: Reply): Applied {
  const before = interview.answers;
  const after = new Map(before);
  const previous = before.get(question);
  if (reply.kind === "skipped") after.delete(question);
  else after.set(question, previous !== undefined && sameAnswer(previous, reply) ? previous : reply);
  return {
    interview: { ...interview, answers: after, ...moved(interview, question) },
    effects: effectsOf(interview.pack, before, after, question),
  };
}

/**
 * Takes an answer back as if the question had never been met: it is implied again, or open and asked in its turn.
 */
export function dropAnswer(interview: Interview, question: string): Applied {
  const { pack, answers: before, history, cursor } = interview;
  const after = new Map(before);
  after.delete(question);
  const met = history.indexOf(question);
  const left =
    met === -1 ? {} : { history: history.toSpliced(met, 1), cursor: met < cursor ? cursor - 1 : cursor };
  return {
    interview: { ...interview, answers: after, ...left },
    effects: effectsOf(pack, before, after, question),
  };
}

/** Past the question when it was next; a question behind the cursor was changed from the review and moves nothing. */
function moved({ history, cursor }: Interview, question: string): Pick<Interview, "history" | "cursor"> {
  const met = history.indexOf(question);
  if (met !== -1) return { history, cursor: met < cursor ? cursor : met + 1 };
  return { history: [...history, question], cursor: cursor === history.length ? cursor + 1 : cursor };
}

/** Whether two answers choose the same, notes aside. */
function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind !== "chosen" || b.kind !== "chosen") return a.kind === b.kind;
  return a.options.length === b.options.length && a.options.every((option) => b.options.includes(option));
}
