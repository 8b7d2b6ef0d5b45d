import type { Answers } from "../model/answers.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Score } from "../model/scores.js";
import type { UnconfirmedAnswer } from "../model/unconfirmed.js";
import { concerns } from "../model/verdict.js";
import { profileOf } from "../score/fill-implied.js";
import { type Placed, placeState, withHarmless } from "../score/place-state.js";
import { score } from "../score/score.js";

/**
 * The answers that an agent wrote and no person has confirmed, in the pack's order, with what another answer to the same
 * question would change, all else left as it is. `unsure` claims nothing, so there is nothing to confirm.
 */
export function unconfirmedAnswers(
  pack: CompiledPack,
  answers: Answers,
  now: Score,
  placed: Placed | null,
): readonly UnconfirmedAnswer[] {
  return pack.questions.flatMap((question): readonly UnconfirmedAnswer[] => {
    const answer = answers.get(question.id);
    if (answer?.kind !== "chosen" || answer.by !== "agent") return [];
    const others = otherAnswers(question, answer.options).map((options) => {
      const profile = profileOf(pack, new Map(answers).set(question.id, { ...answer, options }));
      const then = score(pack, profile.possible);
      return { verdict: then.verdict, placed: placeState(pack, withHarmless(pack, profile), then) };
    });
    return [
      {
        question: question.id,
        overturns: others.some(({ verdict }) => verdict !== now.verdict),
        moves: concerns.filter((concern) =>
          others.some(
            (other) =>
              placed !== null &&
              other.placed !== null &&
              other.placed.placements[concern].place !== placed.placements[concern].place,
          ),
        ),
        at: answer.at ?? null,
      },
    ];
  });
}

/** Every answer that is one change away: of several options, one added or dropped. No option at all reads as `none`. */
function otherAnswers(
  { several, options }: CompiledQuestion,
  chosen: readonly string[],
): readonly (readonly string[])[] {
  if (!several) return options.filter(({ id }) => !chosen.includes(id)).map(({ id }) => [id]);
  const meant = chosen.filter((id) => options.some((option) => option.id === id && !option.none));
  return options
    .filter(({ none }) => !none)
    .map(({ id }) => (meant.includes(id) ? meant.filter((other) => other !== id) : [...meant, id]));
}
