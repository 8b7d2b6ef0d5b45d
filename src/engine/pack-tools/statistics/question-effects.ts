import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { DirectionStatistics, QuestionStatistics, Transition } from "../../model/pack-statistics.js";
import { maskOf, type Possible, stateIn } from "../../model/profile.js";
import type { Style, Verdict } from "../../model/verdict.js";
import { evaluate } from "../../score/score.js";
import { findPair } from "./find-pair.js";
import type { Moves } from "./pair-space.js";
import { changedProfile } from "./profile-walk.js";
import { settle, witnessOf } from "./witness.js";

/** From least to most state. */
const order: readonly Verdict[] = ["stateless", "hybrid", "stateful"];

/** For each question, whether another answer to it ever changes a verdict. `samples` are tried first. */
export function questionStatistics(
  pack: CompiledPack,
  samples: readonly Possible[],
): readonly QuestionStatistics[] {
  return pack.questions.map((question) => ({
    question: question.id,
    changesVerdict: settle(() =>
      search(
        pack,
        samples,
        question,
        (from, to) => from !== to,
        (before, after) => before !== after,
      ),
    ),
  }));
}

/** For each question that declares a direction, whether more of it ever moves a verdict the other way. */
export function directionStatistics(
  pack: CompiledPack,
  samples: readonly Possible[],
): readonly DirectionStatistics[] {
  return pack.questions.flatMap((question) => {
    const { id, direction } = question;
    if (direction === null) return [];
    const violated = settle(() =>
      search(pack, samples, question, (from, to) => from < to, movesAgainst(direction)),
    );
    return [{ question: id, direction, violated }];
  });
}

type Wanted = (before: Verdict, after: Verdict) => boolean;

function movesAgainst(direction: Style): Wanted {
  return (before, after) => {
    if (before === "undecided" || after === "undecided") return false;
    const step = order.indexOf(after) - order.indexOf(before);
    return direction === "stateless" ? step > 0 : step < 0;
  };
}

function search(
  pack: CompiledPack,
  samples: readonly Possible[],
  question: CompiledQuestion,
  moves: Moves,
  wanted: Wanted,
): Transition | null {
  return sampled(pack, samples, question, moves, wanted) ?? findPair(pack, question, moves, wanted);
}

function sampled(
  pack: CompiledPack,
  samples: readonly Possible[],
  question: CompiledQuestion,
  moves: Moves,
  wanted: Wanted,
): Transition | null {
  for (const possible of samples) {
    const { verdict } = evaluate(pack, possible);
    for (const variable of question.variables) {
      const from = stateIn(maskOf(possible, variable));
      for (const state of variable.states.keys()) {
        if (!moves(from, state)) continue;
        const changed = changedProfile(pack, possible, variable, 1 << state);
        if (changed === null || !wanted(verdict, evaluate(pack, changed).verdict)) continue;
        return { before: witnessOf(pack, possible), after: witnessOf(pack, changed) };
      }
    }
  }
  return null;
}
