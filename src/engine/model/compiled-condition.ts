import type { Implication, Question } from "./pack.js";

/**
 * One unknown of the decision. A question with one answer is one variable with a state per option; a question that
 * takes several is one two-state variable per option (0 not chosen, 1 chosen), with its `none` option meaning that none
 * is chosen: so its n + 1 options allow exactly 2^n ways of answering.
 */
export interface Variable {
  /** Position in `CompiledPack.variables`. */
  readonly index: number;
  readonly question: CompiledQuestion;
  /** The option of each state; empty for "not chosen". */
  readonly states: readonly string[];
  /** Bit mask of all states: those possible while the question is open. */
  readonly full: number;
}

export interface CompiledQuestion extends Question {
  /** Position in `CompiledPack.questions`. */
  readonly index: number;
  readonly variables: readonly Variable[];
  readonly implied: readonly CompiledImplication[];
}

export interface CompiledImplication extends Implication {
  readonly condition: CompiledCondition;
  /** The implied state of the question's one variable, as a mask with one bit. */
  readonly mask: number;
}

/** A set of states for one variable: bit s is set when state s is in it. */
export interface Literal {
  readonly variable: Variable;
  readonly mask: number;
}

/** A conjunction of literals, one per variable, in ascending order of variable; empty means always. */
export type Term = readonly Literal[];

/** A condition in disjunctive normal form: it holds when one of its terms does; without terms it never holds. */
export type CompiledCondition = readonly Term[];

/** The questions that a condition names, each once, in the pack's order. */
export function questionsIn(condition: CompiledCondition): readonly CompiledQuestion[] {
  const questions: CompiledQuestion[] = [];
  for (const term of condition)
    for (const { variable } of term)
      if (!questions.includes(variable.question)) questions.push(variable.question);
  // Within a term, literals are in order already.
  return condition.length === 1 ? questions : questions.sort((a, b) => a.index - b.index);
}

/** A text that is equal for equal terms, even of different packs, as long as these ask the same questions. */
export function termKey(term: Term): string {
  return term.map(({ variable, mask }) => `${variable.index}=${mask}`).join("&");
}

/** The same for conditions; depends on the order of their terms. */
export function conditionKey(condition: CompiledCondition): string {
  return condition.map(termKey).join("|");
}

/** The literals, one per variable, as a term. */
export function inOrder(literals: readonly Literal[]): Term {
  return literals.toSorted((a, b) => a.variable.index - b.variable.index);
}
