import type { Effect } from "../../engine/interview/implications.js";
import type { Answers } from "../../engine/model/answers.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Question } from "../../engine/model/pack.js";
import type { Entry } from "./prompter.js";

/** How a question stands after its answer, as it stays on the screen. */
export function answerEntry(question: Question, answers: Answers): Entry {
  const answer = answers.get(question.id);
  const entry = { title: question.id, because: "" };
  if (answer === undefined) return { ...entry, mark: "open", value: "skipped" };
  if (answer.kind === "unsure") return { ...entry, mark: "open", value: "not sure yet" };
  return { ...entry, mark: "answered", value: labelsOf(question, answer.options) };
}

/** What an answer did to another question; the reason in full where an answer of before was changed. */
export function effectEntry(pack: CompiledPack, effect: Effect, changed: boolean): Entry {
  const question = questionOf(pack, effect.question);
  const entry = { title: effect.question };
  switch (effect.kind) {
    case "implied": {
      const instead = effect.wasUnsure ? "; no longer not sure" : "";
      const value = `${labelsOf(question, [effect.option])} (implied${instead})`;
      return { ...entry, mark: "implied", value, because: changed || effect.wasUnsure ? effect.because : "" };
    }
    case "no-longer-implied":
      return { ...entry, mark: "open", value: "no longer implied, so an open question again", because: "" };
    case "at-odds":
      return {
        ...entry,
        mark: "warning",
        value: `${labelsOf(question, [effect.given])} (kept)`,
        because: `Without it: ${labelsOf(question, [effect.implied])}. ${effect.because}`,
      };
    default:
      return effect satisfies never;
  }
}

export function questionOf(pack: CompiledPack, id: string): Question {
  const question = pack.source.questions.find((candidate) => candidate.id === id);
  if (question === undefined) throw new RangeError(`the pack has no question ${id}`);
  return question;
}

/** The labels of a question's options, in the order of the pack. */
export function labelsOf(question: Question, options: readonly string[]): string {
  return question.options
    .filter(({ id }) => options.includes(id))
    .map(({ label }) => label)
    .join("; ");
}
