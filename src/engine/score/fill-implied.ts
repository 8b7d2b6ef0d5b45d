import type { Answers } from "../model/answers.js";
import type { CompiledImplication, CompiledPack, CompiledQuestion } from "../model/compiled-pack.js";
import type { Possible, Profile, Standing } from "../model/profile.js";
import { holds } from "./holds.js";

/**
 * Lays answers over the pack and fills in what they imply, to a fixed point: questions are visited in the order
 * of their implications, so one pass reaches it. A given answer is never overridden; `unsure` is.
 * Answers must name questions and options of this pack (the validator sees to it); others are passed over.
 */
export function profileOf(pack: CompiledPack, answers: Answers): Profile {
  const possible = pack.variables.map((variable) => variable.full);
  const standing: Standing[] = pack.questions.map(() => "open");
  const impliedBecause: (string | null)[] = pack.questions.map(() => null);
  for (const question of pack.questions) {
    const answer = answers.get(question.question.id);
    if (answer === undefined) continue;
    standing[question.index] = answer.kind === "unsure" ? "unsure" : "given";
    if (answer.kind === "chosen") setChosen(pack, question, answer.options, possible);
  }
  fillImplied(pack, possible, standing, impliedBecause);
  return { possible, standing, impliedBecause };
}

/** Fills implications into `possible` in place; `standing` tells what is given and is marked where something was filled in. */
export function fillImplied(
  pack: CompiledPack,
  possible: number[],
  standing: Standing[],
  impliedBecause?: (string | null)[],
): void {
  const { implicationOrder, questions } = pack;
  // Counted loops: this is done for every change that is tried, and a short run is over before it is optimised.
  for (let at = 0; at < implicationOrder.length; at += 1) {
    const index = implicationOrder[at] ?? -1;
    const question = questions[index];
    if (question === undefined || standing[index] === "given") continue;
    const fired = firedImplication(question, possible);
    const variable = question.variables[0];
    if (fired === undefined || variable === undefined) continue;
    possible[variable] = fired.mask;
    standing[index] = "implied";
    if (impliedBecause !== undefined) impliedBecause[index] = fired.implication.because;
  }
}

function firedImplication(
  { implied }: CompiledQuestion,
  possible: Possible,
): CompiledImplication | undefined {
  for (let at = 0; at < implied.length; at += 1) {
    const implication = implied[at];
    if (implication !== undefined && holds(implication.condition, possible)) return implication;
  }
  return undefined;
}

/** Writes the chosen options of a question into its variables' masks. */
function setChosen(
  pack: CompiledPack,
  question: CompiledQuestion,
  options: readonly string[],
  possible: number[],
): void {
  for (const index of question.variables) {
    const states = pack.variables[index]?.states ?? [];
    if (question.question.several) {
      possible[index] = options.includes(states[1] ?? "") ? 2 : 1;
    } else {
      const state = states.indexOf(options[0] ?? "");
      if (state >= 0) possible[index] = 1 << state;
    }
  }
}
