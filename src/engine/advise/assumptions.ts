import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import type { Assumption } from "../model/recommendation.js";
import type { Score } from "../model/scores.js";
import { type Concern, concerns, type Place } from "../model/verdict.js";
import { fillImplied } from "../score/fill-implied.js";
import { type Placed, placeState, withHarmless } from "../score/place-state.js";
import { score } from "../score/score.js";

/** The answers to an open question that, all else left as it is, would change the verdict, a place or a pattern. */
export interface OpenEffect {
  readonly question: CompiledQuestion;
  /** Empty if none would. */
  readonly otherwise: Assumption["otherwise"];
  /** The concerns whose state would live in another place, not only otherwise in the same. */
  readonly relocates: readonly Concern[];
}

/**
 * What each open question would change, in the pack's order. Of a question that takes several, each option is tried
 * alone. None while the verdict is undecided.
 */
export function openEffects(
  pack: CompiledPack,
  profile: Profile,
  now: Score,
  placed: Placed | null,
): readonly OpenEffect[] {
  if (placed === null) return [];
  return pack.questions.flatMap((question): readonly OpenEffect[] => {
    const state = profile.answerStates[question.index];
    if (state === "given" || state === "implied") return [];
    const relocated = new Set<Concern>();
    const otherwise = question.options.flatMap((option): Assumption["otherwise"] => {
      const answered = withAnswer(pack, profile, question, option.id);
      const then = score(pack, answered.possible);
      const moved = placeState(pack, withHarmless(pack, answered), then);
      for (const concern of concerns)
        if (moved !== null && placeIn(moved, concern) !== placeIn(placed, concern)) relocated.add(concern);
      const verdict = then.verdict === now.verdict ? null : then.verdict;
      const movedConcerns = moved === null ? [] : concerns.filter((each) => differs(placed, moved, each));
      // The verdict follows from the places, so it never changes alone.
      return movedConcerns.length === 0 ? [] : [{ option: option.id, verdict, concerns: movedConcerns }];
    });
    return [{ question, otherwise, relocates: concerns.filter((each) => relocated.has(each)) }];
  });
}

/**
 * The open questions that are read as their harmless option although an answer would change something. The harmless
 * option can be that answer, as scoring does not read it until it is given.
 */
export const assumptionsOf = (effects: readonly OpenEffect[]): readonly Assumption[] =>
  effects.flatMap(({ question: { id, harmless }, otherwise }) =>
    harmless === null || otherwise.length === 0 ? [] : [{ question: id, option: harmless, otherwise }],
  );

/** The profile with one more question answered by this option alone, and with what that implies. */
function withAnswer(
  pack: CompiledPack,
  profile: Profile,
  { index, variables }: CompiledQuestion,
  option: string,
): Profile {
  const answerStates = profile.answerStates.with(index, "given");
  const possible = [...profile.possible];
  for (const variable of variables)
    possible[variable.index] = 2 ** Math.max(variable.states.indexOf(option), 0);
  fillImplied(pack, possible, answerStates);
  return { possible, answerStates, impliedBecause: profile.impliedBecause };
}

const placeIn = ({ placements }: Placed, concern: Concern): Place => placements[concern].place;

function differs(before: Placed, after: Placed, concern: Concern): boolean {
  const [was, is] = [before.placements[concern], after.placements[concern]];
  const backing = ({ backing }: Placed): string | null =>
    concern === "interaction" ? (backing?.pattern ?? null) : null;
  const sameWay = was.place === is.place && was.pattern === is.pattern && was.beside === is.beside;
  return !sameWay || backing(before) !== backing(after);
}
