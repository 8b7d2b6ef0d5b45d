import type { Answers } from "../model/answers.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { AnswerState, Profile } from "../model/profile.js";
import { holds } from "./holds.js";

/**
 * The profile of answers, with everything that they imply, to a fixed point: questions are visited in the order
 * of their implications, so one pass reaches it. A given answer is never overridden; `unsure` is.
 * Answers must name questions and options of this pack (the validator checks it); others are ignored.
 */
export function profileOf(pack: CompiledPack, answers: Answers): Profile {
  const possible = pack.variables.map((variable) => variable.full);
  const answerStates: AnswerState[] = pack.questions.map(() => "open");
  const impliedBecause: (string | null)[] = pack.questions.map(() => null);
  for (const question of pack.questions) {
    const answer = answers.get(question.id);
    if (answer === undefined) continue;
    // That an agent does not know says nothing of the people who would be asked.
    const ifUnsure = answer.by === "agent" ? "open" : "unsure";
    answerStates[question.index] = answer.kind === "unsure" ? ifUnsure : "given";
    if (answer.kind === "chosen") setChosen(question, answer.options, possible);
  }
  fillImplied(pack, possible, answerStates, impliedBecause);
  return { possible, answerStates, impliedBecause };
}

/** Fills implications into `possible` in place and marks their questions in `answerStates`; given answers stay. */
export function fillImplied(
  pack: CompiledPack,
  possible: number[],
  answerStates: AnswerState[],
  impliedBecause?: (string | null)[],
): void {
  for (const { index, variables, implied } of pack.implicationOrder) {
    if (answerStates[index] === "given") continue;
    const [variable] = variables;
    const fired = implied.find(({ condition }) => holds(condition, possible));
    if (fired === undefined || variable === undefined) continue;
    possible[variable.index] = fired.mask;
    answerStates[index] = "implied";
    if (impliedBecause !== undefined) impliedBecause[index] = fired.because;
  }
}

/** Writes the chosen options of a question into its variables' masks. */
function setChosen(question: CompiledQuestion, options: readonly string[], possible: number[]): void {
  for (const { index, states } of question.variables) {
    const chosen = states.findIndex((state) => options.includes(state));
    if (question.several) possible[index] = chosen === -1 ? 1 : 2;
    else if (chosen !== -1) possible[index] = 1 << chosen;
  }
}
