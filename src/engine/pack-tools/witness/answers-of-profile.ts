import type { Answer, Answers } from "../../model/answers.js";
import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { maskOf, type Possible, stateIn } from "../../model/profile.js";

/** The answers to the questions that a profile leaves no choice in; the others are left out. */
export function answersOf(pack: CompiledPack, possible: Possible): Answers {
  return new Map(
    pack.questions.flatMap((question): readonly [string, Answer][] =>
      question.variables.every((variable) => stateIn(maskOf(possible, variable)) >= 0)
        ? [[question.id, { kind: "chosen", options: chosenOptions(question, possible), note: null }]]
        : [],
    ),
  );
}

/** The options chosen on a profile; of a question that takes several, its `none` if nothing is. */
export function chosenOptions(
  { variables, options }: CompiledQuestion,
  possible: Possible,
): readonly string[] {
  const chosen = variables
    .flatMap((variable) => variable.states[stateIn(maskOf(possible, variable))] ?? [])
    .filter((option) => option !== "");
  return chosen.length > 0 ? chosen : options.filter(({ none }) => none).map(({ id }) => id);
}
