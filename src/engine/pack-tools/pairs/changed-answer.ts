import { type CompiledQuestion, questionsIn } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import {
  type Implied,
  impliedConstraint,
  type PairSpace,
  type PairVariable,
  pairVariable,
  sameOnBothSides,
  singleStates,
} from "./pair-space.js";

/** Whether a change of an answer from one state to another is considered. */
export type Moves = (from: number, to: number) => boolean;

/**
 * Pairs of profiles that differ in the answer to one question, and in what follows from it: other questions keep their
 * answers unless the change implies one. For a question that takes several, all changes are considered.
 */
export function changedAnswer(pack: CompiledPack, question: CompiledQuestion, moves: Moves): PairSpace {
  const following = followers(pack, question);
  const moving = question.several ? () => true : moves;
  const variables = pack.variables.map((variable): PairVariable => {
    if (variable.question === question) return moved(variable, moving);
    if (!following.has(variable.question)) return sameOnBothSides(variable, singleStates(variable));
    const implied = variable.question.implied.map(({ mask }) => mask);
    return moved(variable, (from, to) => from === to || implied.includes(2 ** to));
  });
  const constraints = pack.questions.flatMap((each) => {
    if (each === question)
      return impliedConstraint(each, (answer) => isImplied(answer) && takesImplied(answer));
    if (following.has(each)) return impliedConstraint(each, (answer) => isImplied(answer) && follows(answer));
    return impliedConstraint(each, isImplied);
  });
  const rules = pack.rules.map(({ entry, condition }) => ({
    rule: entry,
    before: condition,
    after: condition,
  }));
  return { variables, constraints, rules };
}

function moved(variable: CompiledQuestion["variables"][number], moves: Moves): PairVariable {
  const states = [...variable.states.keys()];
  const pairs = states.flatMap((from) =>
    states.filter((to) => moves(from, to)).map((to) => ({ before: 2 ** from, after: 2 ** to })),
  );
  return pairVariable(variable, pairs);
}

/** The questions that the answer to a question can imply, transitively. */
function followers(pack: CompiledPack, question: CompiledQuestion): ReadonlySet<CompiledQuestion> {
  const found = new Set<CompiledQuestion>();
  for (const each of pack.implicationOrder) {
    const named = each.implied.flatMap(({ condition }) => questionsIn(condition));
    if (named.some((other) => other === question || found.has(other))) found.add(each);
  }
  return found;
}

/** Whether the answer before is the implied one, if there is one. */
function isImplied({ before, impliedBefore }: Implied): boolean {
  return impliedBefore === null || before === impliedBefore;
}

/** The same for the answer after. */
function takesImplied({ after, impliedAfter }: Implied): boolean {
  return impliedAfter === null || after === impliedAfter;
}

/** Whether the answer after is the implied one, or if there is none, the one before. */
function follows({ before, after, impliedAfter }: Implied): boolean {
  return after === (impliedAfter ?? before);
}
