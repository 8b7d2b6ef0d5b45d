import fc from "fast-check";
import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Score } from "../../src/engine/model/scores.js";
import type { Place } from "../../src/engine/model/verdict.js";
import { concerns } from "../../src/engine/model/verdict.js";
import { profileOf } from "../../src/engine/score/fill-implied.js";
import { holds } from "../../src/engine/score/holds.js";
import { type Placed, placeState, withHarmless } from "../../src/engine/score/place-state.js";
import { score } from "../../src/engine/score/score.js";

/** The result of a pack on some answers. */
export interface Outcome {
  readonly answers: Answers;
  /** The answers given or implied, one option each; questions that take several are left out. */
  readonly known: ReadonlyMap<string, string>;
  readonly score: Score;
  /** Null while undecided. */
  readonly placed: Placed | null;
  /** Ids of the clashes that hold. */
  readonly clashes: readonly string[];
}

/**
 * Answers to every question, any option as likely as another.
 * @param answered how many times as likely as open each question is to be answered; null: none is open
 */
export function answersOf(pack: CompiledPack, answered: number | null): fc.Arbitrary<Answers> {
  const each = pack.questions.map(({ id, options }) => {
    const option = fc.constantFrom(...options.map((each) => each.id));
    const known = option.map((of): readonly [string, Answer][] => [[id, chosen(of)]]);
    return answered === null
      ? known
      : fc.oneof({ weight: answered, arbitrary: known }, { weight: 1, arbitrary: fc.constant([]) });
  });
  return fc.tuple(...each).map((entries) => new Map(entries.flat()));
}

export function chosen(option: string): Answer {
  return { kind: "chosen", options: [option], note: null };
}

export function outcomeOf(pack: CompiledPack, answers: Answers): Outcome {
  const profile = profileOf(pack, answers);
  const scored = score(pack, profile.possible);
  const known = new Map<string, string>();
  for (const { question, states, index } of pack.variables) {
    const state = states[Math.log2(profile.possible[index] ?? 0)];
    if (!question.several && state !== undefined) known.set(question.id, state);
  }
  const clashes = pack.clashes
    .filter(({ condition }) => holds(condition, profile.possible))
    .map(({ entry }) => entry.id);
  return {
    answers,
    known,
    score: scored,
    placed: placeState(pack, withHarmless(pack, profile), scored),
    clashes,
  };
}

/** The places of the four concerns; none while undecided. */
export function placesOf({ placed }: Outcome): readonly Place[] {
  return placed === null ? [] : concerns.map((concern) => placed.placements[concern].place);
}

/** The answers with one of them replaced. */
export function withAnswer(answers: Answers, question: string, option: string): Answers {
  return new Map([...answers, [question, chosen(option)]]);
}
