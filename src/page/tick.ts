import { type Answer, unsureWord, wordsOf } from "../engine/model/answers.js";
import type { Question } from "../engine/model/pack.js";

/**
 * The words that stay ticked after one was ticked: "not sure yet" and an option for "none of these" stand alone.
 * @param words those ticked now, the new one among them
 */
export function compatible(
  { options }: Pick<Question, "options">,
  words: readonly string[],
  fresh: string,
): readonly string[] {
  const standsAlone = (word: string): boolean =>
    word === unsureWord || options.some(({ id, none }) => none && id === word);
  return words.filter((word) => word === fresh || !(standsAlone(word) || standsAlone(fresh)));
}

/** An answer by the words ticked; null if the question is left open. A note stays with the answer that it was written for. */
export function answerOf(words: readonly string[], before: Answer | undefined): Answer | null {
  const options = words.filter((word) => word !== "");
  if (options.length === 0) return null;
  if (before !== undefined && wordsOf(before).join() === options.join()) return before;
  return options.includes(unsureWord)
    ? { kind: "unsure", note: null }
    : { kind: "chosen", options, note: null };
}

/** The words that an answer ticks; the empty one if the question is open. */
export const tickedWords = (answer: Answer | undefined): readonly string[] =>
  answer === undefined ? [""] : wordsOf(answer);
