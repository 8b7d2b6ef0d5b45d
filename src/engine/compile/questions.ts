import type {
  CompiledCondition,
  CompiledImplication,
  CompiledQuestion,
  Variable,
} from "../model/compiled-condition.js";
import type { Question } from "../model/pack.js";

/** A question whose implications are still to be compiled. */
export interface QuestionDraft {
  readonly source: Question;
  readonly compiled: CompiledQuestion & { readonly implied: CompiledImplication[] };
}

/**
 * The questions with their variables, in the pack's order. Their implications come later (`addImplications`), because
 * their conditions refer to the variables of other questions.
 */
export function draftQuestions(questions: readonly Question[]): readonly QuestionDraft[] {
  let variableCount = 0;
  return questions.map((source, index) => {
    const variables: Variable[] = [];
    const compiled = { ...source, index, variables, implied: [] };
    for (const states of statesOf(source)) {
      variables.push({ index: variableCount, question: compiled, states, full: 2 ** states.length - 1 });
      variableCount += 1;
    }
    return { source, compiled };
  });
}

function statesOf({ several, options }: Question): readonly (readonly string[])[] {
  return several
    ? options.filter(({ none }) => !none).map(({ id }) => ["", id])
    : [options.map(({ id }) => id)];
}

/** @param conditions those of the question's implications, in their order */
export function addImplications(
  { source, compiled }: QuestionDraft,
  conditions: readonly CompiledCondition[],
): void {
  const [variable] = compiled.variables;
  if (variable === undefined) return;
  for (const [implication, condition] of paired(source.implied, conditions))
    compiled.implied.push({
      ...implication,
      condition,
      mask: 2 ** variable.states.indexOf(implication.answer),
    });
}

/**
 * Each entry with what was compiled of it.
 * @throws RangeError if the two lists differ in length
 */
export function paired<Entry, Compiled>(
  entries: readonly Entry[],
  compiled: readonly Compiled[],
): readonly (readonly [Entry, Compiled])[] {
  if (entries.length !== compiled.length)
    throw new RangeError("the precompiled pack does not match its own entries");
  const rest = compiled.values();
  return entries.map((entry) => [entry, rest.next().value as Compiled]);
}
