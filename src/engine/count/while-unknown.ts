import {
  type CompiledCondition,
  type CompiledQuestion,
  conditionKey,
  questionsIn,
  type Term,
  type Variable,
} from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { conjoinAll, Effort, simplify } from "../model/conjunction.js";

/** When something rules out a state of a variable. */
type RulesOut = (variable: Variable, state: number) => CompiledCondition;

/**
 * Rewrites conditions to when they hold while the answers to some questions stay unknown: whatever answer that is, but
 * for those that an implication rules out. What comes out names other questions only.
 * @returns the rewriting function; it and this one throw TooComplex, if that gives too many terms
 */
export function whileUnknown(
  { implicationOrder }: CompiledPack,
  isUnknown: (question: CompiledQuestion) => boolean,
): (condition: CompiledCondition) => CompiledCondition {
  const effort = new Effort();
  const implied = new Map<
    Variable,
    readonly { readonly mask: number; readonly condition: CompiledCondition }[]
  >();
  const rulesOut: RulesOut = (variable, state) =>
    (implied.get(variable) ?? []).flatMap(({ mask, condition }) => (has(mask, state) ? [] : condition));
  const known = (condition: CompiledCondition): CompiledCondition =>
    questionsIn(condition)
      .filter(isUnknown)
      .flatMap(({ variables }) => variables)
      .reduce((rest, variable) => whatever(variable, rest, rulesOut, effort), condition);
  for (const question of implicationOrder) {
    const [own] = question.variables;
    if (own === undefined || !isUnknown(question)) continue;
    implied.set(
      own,
      question.implied.map(({ mask, condition }) => ({ mask, condition: known(condition) })),
    );
  }
  return known;
}

const has = (mask: number, state: number): boolean => (mask & (1 << state)) !== 0;

/** When the condition holds in every state of the variable that is not ruled out. */
function whatever(
  variable: Variable,
  condition: CompiledCondition,
  rulesOut: RulesOut,
  effort: Effort,
): CompiledCondition {
  const about = condition.filter((term) => maskIn(term, variable) !== null);
  if (about.length === 0) return condition;
  const rest = condition.filter((term) => maskIn(term, variable) === null);
  const cases = variable.states.map(
    (_, state): CompiledCondition => [
      ...about
        .filter((term) => has(maskIn(term, variable) ?? 0, state))
        .map((term) => term.filter((literal) => literal.variable !== variable)),
      ...rulesOut(variable, state),
    ],
  );
  if (cases.some(({ length }) => length === 0)) return rest;
  // Most states make no difference.
  const different = [...new Map(cases.map((each) => [conditionKey(each), each])).values()];
  return simplify([...rest, ...conjoinAll(different, effort)], effort);
}

/** The states that the term leaves the variable, as a mask; null if it does not name it. */
function maskIn(term: Term, variable: Variable): number | null {
  return term.find((literal) => literal.variable === variable)?.mask ?? null;
}
