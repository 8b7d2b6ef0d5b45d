import type { Answers } from "../../model/answers.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import type { Finding } from "../../model/pack-statistics.js";
import type { Concern, Verdict } from "../../model/verdict.js";
import { changedRulesOnAnyAnswers } from "../pairs/changed-rules.js";
import { findChange } from "../pairs/find-change.js";
import { findOutcomes, findPair } from "../pairs/find-pair.js";
import type { Outcome } from "../pairs/outcomes.js";
import type { PairSpace } from "../pairs/pair-space.js";
import { settle } from "../pairs/settle.js";
import { Work } from "../pairs/work.js";
import { answersOf } from "../witness/answers-of-profile.js";

/** What one exact search may take. */
const searchLimit = 1_000_000;

/** Answers, complete or not, on which two lists of rules give different verdicts. */
export function differingVerdict(
  pack: CompiledPack,
  before: readonly CompiledRule[],
  after: readonly CompiledRule[],
): Finding<Answers> {
  return settle(() => {
    const space = changedRulesOnAnyAnswers(pack, before, after);
    const work = new Work(searchLimit);
    // The concerns that differ are often enough to exclude a difference, and always take less.
    const found = findChange(space, isOther, work) && findPair(space, isOther, work);
    return found === null ? null : answersOf(pack, found.before);
  });
}

function isOther(before: Verdict, after: Verdict): boolean {
  return before !== after;
}

/** Answers on which two lists of rules put the state of some concern into different classes; followers aside. */
export function differingClass(
  pack: CompiledPack,
  before: readonly CompiledRule[],
  after: readonly CompiledRule[],
): Finding<Answers> {
  return settle(() => {
    const work = new Work(searchLimit);
    const space = changedRulesOnAnyAnswers(pack, before, after);
    const changed = space.rules.filter((each) => each.before === null || each.after === null);
    for (const concern of new Set(changed.map(({ rule }) => rule.concern))) {
      const found = findOutcomes(ofConcern(space, concern), isOtherClass, work);
      if (found !== null) return answersOf(pack, found.before);
    }
    return null;
  });
}

function ofConcern(space: PairSpace, concern: Concern): PairSpace {
  return { ...space, rules: space.rules.filter(({ rule }) => rule.concern === concern) };
}

/** Whether the conversation, or else one of the other concerns, is kept or bound on one side only. */
function isOtherClass(before: Outcome, after: Outcome): boolean {
  const kept = ({ others }: Outcome): boolean => others > 0;
  return classOf(before) !== classOf(after) || kept(before) !== kept(after);
}

/** Whether nothing bears on need does not touch the class. */
function classOf({ interaction }: Outcome): number {
  return Math.max(interaction, 1);
}
