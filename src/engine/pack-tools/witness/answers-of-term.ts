import type { Answer, Answers } from "../../model/answers.js";
import { at } from "../../model/at.js";
import type { CompiledCondition, CompiledQuestion, Literal, Term } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";
import { holds } from "../../score/holds.js";

/** The possible states if a term holds: its masks, and all states elsewhere. */
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

/** One answer per question, as plain options: an option, or a list if there are several. */
export function plainAnswers(answers: Answers): Readonly<Record<string, string | readonly string[]>> {
  const plain: Record<string, string | readonly string[]> = {};
  for (const [question, answer] of answers) {
    if (answer.kind === "unsure") plain[question] = "unsure";
    else plain[question] = answer.options.length === 1 ? at(answer.options, 0) : answer.options;
  }
  return plain;
}

/** If a term has more points than this, only the first are listed. */
const pointLimit = 64;

/** The points of a term: terms with one state for each variable that it names, in the order of the states. */
export function pointsOfTerm(term: Term): readonly Term[] {
  let points: readonly Term[] = [[]];
  for (const { variable, mask } of term) {
    points = points.flatMap((point) => bitsOf(mask).map((bit) => [...point, { variable, mask: bit }]));
    if (points.length > pointLimit) points = points.slice(0, pointLimit);
  }
  return points;
}

function bitsOf(mask: number): readonly number[] {
  return Array.from({ length: 31 }, (_, bit) => 1 << bit).filter((bit) => (mask & bit) !== 0);
}

/** Whether `outer` holds wherever `inner` does. */
export function coversAll(pack: CompiledPack, inner: CompiledCondition, outer: CompiledCondition): boolean {
  return inner.every((term) => holds(outer, possibleOf(pack, term)));
}

/** Whether a condition holds whatever the answers are, possibly by several terms that together cover everything. */
export function holdsAlways(pack: CompiledPack, condition: CompiledCondition): boolean {
  return coversAll(pack, [[]], condition);
}
