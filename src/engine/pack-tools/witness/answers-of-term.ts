import type { Answer, Answers } from "../../model/answers.js";
import type { CompiledQuestion, Literal, Term } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";

/** What is possible if a term holds: its masks, and everything elsewhere. */
export function possibleOf(pack: CompiledPack, term: Term): Possible {
  const possible = pack.variables.map(({ full }) => full);
  for (const { variable, mask } of term) possible[variable.index] = mask;
  return possible;
}

/**
 * Answers on which a term holds: to each question that it names the first option that it allows; to one that takes
 * several the options that it requires, or its `none` if it requires none.
 */
export function answersOfTerm(term: Term): Answers {
  const questions = new Set(term.map(({ variable }) => variable.question));
  return new Map(
    [...questions].map((question): [string, Answer] => {
      const literals = term.filter(({ variable }) => variable.question === question);
      return [question.id, { kind: "chosen", options: optionsFor(question, literals), note: null }];
    }),
  );
}

function optionsFor(question: CompiledQuestion, literals: readonly Literal[]): readonly string[] {
  if (!question.several)
    return literals.flatMap(({ variable, mask }) => variable.states[lowestState(mask)] ?? []);
  const chosen = literals.flatMap(({ variable, mask }) => (mask === 2 ? variable.states.slice(1) : []));
  return chosen.length > 0 ? chosen : question.options.filter(({ none }) => none).map(({ id }) => id);
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
