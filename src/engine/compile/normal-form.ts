import {
  type CompiledCondition,
  type CompiledQuestion,
  inOrder,
  type Literal,
  type Term,
  type Variable,
} from "../model/compiled-condition.js";
import type { Condition } from "../model/condition.js";
import { conjoinAll, Effort, simplify, TooComplex } from "../model/conjunction.js";

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
