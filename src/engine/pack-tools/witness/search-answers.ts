import type { Answer, Answers } from "../../model/answers.js";
import { at } from "../../model/at.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Question } from "../../model/pack.js";
import type { Profile } from "../../model/profile.js";
import { profileOf } from "../../score/fill-implied.js";
import { randomNumbers } from "./random-numbers.js";

/** The distance of a profile from the goal; 0 once it is reached. */
export type Goal = (profile: Profile) => number;

export interface SearchOptions {
  /** Questions whose answers the search leaves as they are. */
  readonly fixed?: ReadonlySet<string>;
  /** The number of starts tried before giving up. */
  readonly starts?: number;
}

/**
 * Looks for answers that reach a goal: from `start`, then from varied starts, the best change of one answer is taken
 * until none gets nearer. Deterministic. Null means that none were found, which proves nothing.
 */
export function searchAnswers(
  pack: CompiledPack,
  start: Answers,
  goal: Goal,
  { fixed = new Set(), starts = 12 }: SearchOptions = {},
): Answers | null {
  const random = randomNumbers(starts);
  const free = pack.source.questions.filter(({ id }) => !fixed.has(id));
  for (let attempt = 0; attempt < starts; attempt += 1) {
    const varied = attempt === 0 ? start : vary(start, free, random);
    const reached = descend(pack, varied, free, goal);
    if (reached !== null) return reached;
  }
  return null;
}

function descend(pack: CompiledPack, start: Answers, free: readonly Question[], goal: Goal): Answers | null {
  let answers = start;
  let distance = goal(profileOf(pack, answers));
  while (distance > 0) {
    let nearest: Answers | null = null;
    for (const question of free) {
      for (const candidate of replies(question, answers.get(question.id))) {
        const changed = withAnswer(answers, question.id, candidate);
        const reached = goal(profileOf(pack, changed));
        if (reached < distance) [nearest, distance] = [changed, reached];
      }
    }
    if (nearest === null) return null;
    answers = nearest;
  }
  return answers;
}

/** Every other way of answering a question, one change away: an option, none at all, or one more or less of several. */
function replies(question: Question, given: Answer | undefined): readonly (Answer | undefined)[] {
  const chosen = given?.kind === "chosen" ? given.options : [];
  const single = question.options.map(({ id }): Answer => ({ kind: "chosen", options: [id], note: null }));
  const toggled = question.several
    ? question.options.flatMap((option) => toggle(question, chosen, option.id))
    : [];
  return [...(given === undefined ? [] : [undefined]), ...single, ...toggled];
}

function toggle(question: Question, chosen: readonly string[], option: string): readonly Answer[] {
  const none = question.options.find((candidate) => candidate.none)?.id;
  if (option === none) return [];
  const others = chosen.filter((id) => id !== option && id !== none);
  const options = chosen.includes(option) ? others : [...others, option];
  return options.length < 2 ? [] : [{ kind: "chosen", options, note: null }];
}

export function withAnswer(answers: Answers, question: string, answer: Answer | undefined): Answers {
  const changed = new Map(answers);
  if (answer === undefined) changed.delete(question);
  else changed.set(question, answer);
  return changed;
}

/** About half of the free questions answered at random, in addition to what is given. */
function vary(start: Answers, free: readonly Question[], random: () => number): Answers {
  let answers = start;
  for (const question of free) {
    if (random() < 0.5) continue;
    const { id } = at(question.options, Math.floor(random() * question.options.length));
    answers = withAnswer(answers, question.id, { kind: "chosen", options: [id], note: null });
  }
  return answers;
}

/**
 * Leaves out one answer after another, and one option after another if several are chosen, as long as the rest
 * still shows the same: nothing in the result can be left out.
 */
export function shrinkAnswers(answers: Answers, shows: (fewer: Answers) => boolean): Answers {
  for (const fewer of smaller(answers)) if (shows(fewer)) return shrinkAnswers(fewer, shows);
  return answers;
}

function* smaller(answers: Answers): Generator<Answers> {
  for (const [question, answer] of answers) {
    yield withAnswer(answers, question, undefined);
    if (answer.kind === "unsure" || answer.options.length < 2) continue;
    for (const option of answer.options) {
      const options = answer.options.filter((other) => other !== option);
      yield withAnswer(answers, question, { ...answer, options });
    }
  }
}
