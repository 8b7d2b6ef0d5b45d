import type { Effect } from "../../engine/interview/implications.js";
import { type Applied, dropAnswer, type Interview } from "../../engine/interview/interview.js";
import { titleOf } from "../../engine/interview/review.js";
import type { Answers } from "../../engine/model/answers.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Question, Topic } from "../../engine/model/pack.js";
import { type Page, type Prompter, plainPage, type SoFar, type TranscriptEntry } from "./prompter.js";

type AtOdds = Extract<Effect, { readonly kind: "at-odds" }>;

/** What is needed to show effects and settle them. */
interface EffectsContext {
  readonly pack: CompiledPack;
  readonly prompter: Prompter;
  readonly save: (answers: Answers) => Promise<void>;
  readonly soFar: (interview: Interview) => SoFar | null;
}

/**
 * Shows what an answer did to other questions. If an earlier answer now contradicts what would be implied, the person
 * decides which holds; theirs is kept unless they drop it.
 */
export async function settleEffects(
  { pack, prompter, save, soFar }: EffectsContext,
  applied: Applied,
  changed: boolean,
): Promise<Interview> {
  const show = (effects: readonly Effect[]): void =>
    prompter.amend(
      effects.filter(({ kind }) => kind !== "at-odds").map((effect) => effectEntry(pack, effect, changed)),
    );
  show(applied.effects);
  let { interview } = applied;
  for (const effect of applied.effects) {
    if (effect.kind !== "at-odds") continue;
    const picked = await prompter.choose({ ...atOddsPage(pack, effect), soFar: soFar(interview) });
    if (picked.kind !== "choice" || picked.id !== "drop") {
      prompter.amend([effectEntry(pack, effect, changed)]);
      continue;
    }
    const dropped = dropAnswer(interview, effect.question);
    await save(dropped.interview.answers);
    show([
      {
        kind: "implied",
        question: effect.question,
        option: effect.implied,
        because: effect.because,
        wasUnsure: false,
      },
      ...dropped.effects,
    ]);
    interview = dropped.interview;
  }
  return interview;
}

function atOddsPage(pack: CompiledPack, effect: AtOdds): Page {
  const question = questionOf(pack, effect.question);
  const given = labelsOf(question, [effect.given]);
  const implied = labelsOf(question, [effect.implied]);
  return {
    ...plainPage,
    place: "An earlier answer",
    ask: `Does your answer to “${titleOf(question)}” still hold?`,
    notes: [
      { label: "The question", text: question.ask },
      { label: "Why", text: `after what you just changed, “${implied}” would be assumed: ${effect.because}` },
    ],
    choices: [
      {
        id: "keep",
        label: `Yes, keep “${given}”`,
        help: "Your own answer overrides what would be implied.",
        group: "",
      },
      {
        id: "drop",
        label: `No, use “${implied}”`,
        help: "Your answer is dropped, and this one is implied instead.",
        group: "",
      },
    ],
  };
}

/** The state of a question after its answer, as it stays on the screen. */
export function answerEntry(question: Question, answers: Answers): TranscriptEntry {
  const answer = answers.get(question.id);
  const entry = { title: titleOf(question), because: "" };
  if (answer === undefined) return { ...entry, mark: "open", value: "skipped" };
  if (answer.kind === "unsure") return { ...entry, mark: "open", value: "not sure yet" };
  return { ...entry, mark: "answered", value: labelsOf(question, answer.options) };
}

/** What an answer did to another question; with the reason if an earlier answer was changed. */
function effectEntry(pack: CompiledPack, effect: Effect, changed: boolean): TranscriptEntry {
  const question = questionOf(pack, effect.question);
  const entry = { title: titleOf(question) };
  switch (effect.kind) {
    case "implied": {
      const instead = effect.wasUnsure ? "; replaces “not sure yet”" : "";
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

export function topicOf(pack: CompiledPack, { topic }: Question): Topic {
  const found = pack.source.topics.find(({ id }) => id === topic);
  if (found === undefined) throw new RangeError(`the pack has no topic ${topic}`);
  return found;
}

/** The labels of a question's options, in the order of the pack. */
export function labelsOf(question: Question, options: readonly string[]): string {
  return question.options
    .filter(({ id }) => options.includes(id))
    .map(({ label }) => label)
    .join("; ");
}
