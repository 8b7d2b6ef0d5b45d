import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { DirectionStatistics, QuestionStatistics, Transition } from "../../model/pack-statistics.js";
import { maskOf, stateIn } from "../../model/profile.js";
import type { Style, Verdict } from "../../model/verdict.js";
import { changedAnswer, type Moves } from "../pairs/changed-answer.js";
import { findChange } from "../pairs/find-change.js";
import { findPair, type ProfilePair, type WantedVerdicts } from "../pairs/find-pair.js";
import { settle } from "../pairs/settle.js";
import type { SampledProfiles } from "./sampled-profiles.js";
import { SearchEffort, termOf } from "./search-effort.js";
import { witnessOf } from "./witness.js";

/** For each question, whether another answer to it ever changes a verdict. */
export function questionStatistics(
  pack: CompiledPack,
  samples: SampledProfiles,
): readonly QuestionStatistics[] {
  const effort = new SearchEffort(samples, pack.questions.length);
  return pack.questions.map((question) => ({
    question: question.id,
    changesVerdict: settle(() =>
      transition(
        pack,
        effort,
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
  samples: SampledProfiles,
): readonly DirectionStatistics[] {
  const directed = pack.questions.filter(({ direction }) => direction !== null);
  const effort = new SearchEffort(samples, directed.length);
  return directed.flatMap((question) => {
    const { id, direction } = question;
    if (direction === null) return [];
    const violated = settle(() =>
      transition(pack, effort, question, (from, to) => from < to, movesAgainst(direction)),
    );
    return [{ question: id, direction, violated }];
  });
}

/** From least to most state. */
const order: readonly Verdict[] = ["stateless", "hybrid", "stateful"];

function movesAgainst(direction: Style): WantedVerdicts {
  return (before, after) => {
    if (before === "undecided" || after === "undecided") return false;
    const step = order.indexOf(after) - order.indexOf(before);
    return direction === "stateless" ? step > 0 : step < 0;
  };
}

function transition(
  pack: CompiledPack,
  effort: SearchEffort,
  question: CompiledQuestion,
  moves: Moves,
  wanted: WantedVerdicts,
): Transition | null {
  const found =
    sampledPair(effort, question, moves, wanted) ?? exactPair(pack, effort, question, moves, wanted);
  if (found === null) return null;
  return { before: witnessOf(pack, found.before), after: witnessOf(pack, found.after) };
}

/** Looks at sampled profiles and their neighbours. */
function sampledPair(
  effort: SearchEffort,
  question: CompiledQuestion,
  moves: Moves,
  wanted: WantedVerdicts,
): ProfilePair | null {
  for (const before of effort.profiles()) {
    for (const variable of question.variables) {
      const from = stateIn(maskOf(before.possible, variable));
      for (const state of variable.states.keys()) {
        if (!moves(from, state)) continue;
        const after = effort.samples.changed(before, [{ variable, mask: 2 ** state }]);
        if (after !== null && wanted(before.verdict, after.verdict))
          return { before: before.possible, after: after.possible };
      }
    }
  }
  return null;
}

/** Searches the concerns that the change touches, completes what that finds from samples, then searches everything. */
function exactPair(
  pack: CompiledPack,
  effort: SearchEffort,
  question: CompiledQuestion,
  moves: Moves,
  wanted: WantedVerdicts,
): ProfilePair | null {
  const work = effort.work(pack);
  const space = changedAnswer(pack, question, moves);
  const change = findChange(space, wanted, work);
  if (change === null) return null;
  const first = termOf(pack.variables, change.before);
  const second = termOf(question.variables, change.after);
  for (const profile of effort.profiles()) {
    const before = effort.samples.changed(profile, first);
    const after = before === null ? null : effort.samples.changed(before, second);
    if (before !== null && after !== null && wanted(before.verdict, after.verdict))
      return { before: before.possible, after: after.possible };
  }
  return findPair(space, wanted, work);
}
