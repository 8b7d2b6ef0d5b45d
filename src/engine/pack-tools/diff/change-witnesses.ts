import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { tellApart } from "../mutate/tell-apart.js";
import { answersOfTerm } from "../witness/answers-of-term.js";
import type { PackChange } from "./pack-changes.js";
import { sameQuestions } from "./same-questions.js";
import { entryOf, withChange } from "./with-change.js";

/** Answers that bring out one change. */
export interface ChangeWitness {
  readonly change: PackChange;
  readonly answers: Answers;
}

/**
 * For each change answers that it bears on: such that it alone moves a verdict where such are found; else, and where
 * the two packs do not ask the same, such that the changed rule or veto fires.
 */
export function changeWitnesses(
  before: CompiledPack,
  after: CompiledPack,
  changes: readonly PackChange[],
): readonly ChangeWitness[] {
  const exchangeable = sameQuestions(before, after);
  return changes.flatMap((change) => {
    const told = exchangeable ? tellApart(before, withChange(before, after, change)) : null;
    const answers = told?.answers ?? firing(after, change) ?? firing(before, change);
    return answers === null ? [] : [{ change, answers }];
  });
}

function firing(pack: CompiledPack, { id }: PackChange): Answers | null {
  const [term] = entryOf(pack, id)?.condition ?? [];
  return term === undefined ? null : answersOfTerm(term);
}
