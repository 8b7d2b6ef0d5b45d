import {
  type CompiledCondition,
  type CompiledQuestion,
  conjoin,
  inOrder,
  type Literal,
  type Term,
  type Variable,
} from "../model/compiled-condition.js";
import type { Condition } from "../model/condition.js";

/** A condition with more terms than this is refused: no one could review it either. */
export const termLimit = 512;

/** Thrown inside the compiler and turned into a problem there. */
export class TooComplex extends Error {}

/**
 * Most literals to compare before compilation gives up. Few terms can take much work: a pack written to keep the
 * compiler busy stays under `termLimit` in each of its conditions.
 */
export class Effort {
  #left: number;

  constructor(limit = 5_000_000) {
    this.#left = limit;
  }

  /** @throws TooComplex once the limit is passed */
  spend(literals: number): void {
    this.#left -= literals;
    if (this.#left < 0) throw new TooComplex();
  }
}

type QuestionsById = ReadonlyMap<string, CompiledQuestion>;

/**
 * The disjunctive normal form of a condition. Negation is pushed down to the atoms, where it is the complement
 * of a mask; terms implied by another term are dropped. A question that the pack does not have is never answered.
 * @throws TooComplex beyond `termLimit` terms, or when `effort` is spent.
 */
export function disjunctiveNormalForm(
  condition: Condition,
  questions: QuestionsById,
  effort: Effort = new Effort(),
): CompiledCondition {
  const expand = (node: Condition, positive: boolean): CompiledCondition => {
    switch (node.kind) {
      case "answer": {
        const question = questions.get(node.question);
        return question === undefined ? [] : atom(question, node.options, positive);
      }
      case "not":
        return expand(node.of, !positive);
      case "all":
      case "any": {
        const parts = node.of.map((part) => expand(part, positive));
        const conjunction = (node.kind === "all") === positive;
        return conjunction ? conjoinAll(parts, effort) : simplify(parts.flat(), effort);
      }
      default:
        return node satisfies never;
    }
  };
  return simplify(expand(condition, true), effort);
}

/**
 * The same for a condition that does not have to come from the pack. Null if it has too many terms, as a part under a
 * `not`, or a variation of one of the pack's conditions, may have.
 */
export function normalFormOrNull(condition: Condition, questions: QuestionsById): CompiledCondition | null {
  try {
    return disjunctiveNormalForm(condition, questions);
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

/** The terms under which the answer to a question is one of `options`, or (not `positive`) under which it is not. */
function atom(question: CompiledQuestion, options: readonly string[], positive: boolean): CompiledCondition {
  if (question.several) return severalAtom(question, options, positive);
  return question.variables.flatMap((variable) => {
    const inside = maskOf(variable, options);
    const mask = positive ? inside : variable.full - inside;
    if (mask === 0) return [];
    return mask === variable.full ? [[]] : [[{ variable, mask }]];
  });
}

function maskOf({ states }: Variable, options: readonly string[]): number {
  return states.reduce((mask, state, bit) => (options.includes(state) ? mask + 2 ** bit : mask), 0);
}

const notChosen = (variable: Variable): Literal => ({ variable, mask: 1 });
const chosen = (variable: Variable): Literal => ({ variable, mask: 2 });

/** For a question that takes several: any of the named options is chosen, or, for its `none`, nothing is. */
function severalAtom(
  { variables, options: all }: CompiledQuestion,
  options: readonly string[],
  positive: boolean,
): CompiledCondition {
  const isNamed = ({ states }: Variable): boolean => states.slice(1).some((state) => options.includes(state));
  const named = variables.filter(isNamed);
  const none = all.some((option) => option.none && options.includes(option.id));
  if (positive) {
    const anyNamed = named.map((variable): Term => [chosen(variable)]);
    return none ? [...anyNamed, variables.map(notChosen)] : anyNamed;
  }
  const noneNamed = named.map(notChosen);
  if (!none) return [noneNamed];
  const others = variables.filter((variable) => !isNamed(variable));
  return others.map((variable) => inOrder([...noneNamed, chosen(variable)]));
}

function conjoinAll(parts: readonly CompiledCondition[], effort: Effort): CompiledCondition {
  return parts.reduce((left, right) => conjoinEach(left, right, effort), [[]]);
}

function conjoinEach(left: CompiledCondition, right: CompiledCondition, effort: Effort): CompiledCondition {
  const result: Term[] = [];
  for (const a of left) {
    for (const b of right) {
      effort.spend(a.length + b.length);
      const both = conjoin(a, b);
      if (both !== null) result.push(both);
    }
  }
  return simplify(result, effort);
}

function simplify(terms: CompiledCondition, effort: Effort): CompiledCondition {
  let kept: CompiledCondition = [];
  for (const term of terms) {
    effort.spend(kept.length * (term.length + 1));
    if (kept.some((other) => implies(term, other))) continue;
    kept = [...kept.filter((other) => !implies(other, term)), term];
    if (kept.length > termLimit) throw new TooComplex();
  }
  return kept;
}

/** Whether `outer` holds wherever `inner` does. */
function implies(inner: Term, outer: Term): boolean {
  return outer.every(({ variable, mask }) => {
    const bound = inner.find((literal) => literal.variable === variable);
    return bound !== undefined && (bound.mask & ~mask) === 0;
  });
}
