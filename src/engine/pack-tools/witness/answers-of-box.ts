import type { Answer, Answers } from "../../model/answers.js";
import type { Box, CompiledPack } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";

/** What is possible inside a box: its masks, and everything elsewhere. */
export function possibleOf(pack: CompiledPack, box: Box): Possible {
  const possible = pack.variables.map(({ full }) => full);
  for (const { variable, mask } of box) possible[variable] = (possible[variable] ?? 0) & mask;
  return possible;
}

/**
 * Answers that lie in a box: of each question that it binds the first option that it allows; of one that takes
 * several the options that it asks for, or its `none` where it asks for none.
 */
export function answersOfBox(pack: CompiledPack, box: Box): Answers {
  const answers = new Map<string, Answer>();
  for (const { question, variables } of pack.questions) {
    const bound = box.filter(({ variable }) => variables.includes(variable));
    if (bound.length === 0) continue;
    const options = question.several
      ? bound.flatMap(({ variable, mask }) => (mask === 2 ? [pack.variables[variable]?.states[1] ?? ""] : []))
      : bound.map(({ variable, mask }) => pack.variables[variable]?.states[lowestState(mask)] ?? "");
    const none = question.options.find((option) => option.none)?.id ?? "";
    answers.set(question.id, {
      kind: "chosen",
      options: options.length === 0 ? [none] : options,
      note: null,
    });
  }
  return answers;
}

const lowestState = (mask: number): number => 31 - Math.clz32(mask & -mask);

/** One answer a question, as plain options: an option, or a list where there are several. */
export function plainAnswers(answers: Answers): Readonly<Record<string, string | readonly string[]>> {
  const plain: Record<string, string | readonly string[]> = {};
  for (const [question, answer] of answers) {
    if (answer.kind === "unsure") plain[question] = "unsure";
    else plain[question] = answer.options.length === 1 ? (answer.options[0] ?? "") : answer.options;
  }
  return plain;
}
