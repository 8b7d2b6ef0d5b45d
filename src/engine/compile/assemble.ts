import {
  type CompiledCondition,
  type CompiledImplication,
  type CompiledQuestion,
  questionsIn,
  type Variable,
} from "../model/compiled-condition.js";
import type { CompiledPack, Conditional } from "../model/compiled-pack.js";
import { leastCommonMultiple } from "../model/divisors.js";
import type { Pack, Question } from "../model/pack.js";

/** The compiled conditions of a pack's entries, section by section in the order of the entries; null means always. */
export interface CompiledConditions<Condition = CompiledCondition> {
  readonly rules: readonly Condition[];
  readonly placements: readonly (Condition | null)[];
  readonly backings: readonly (Condition | null)[];
  readonly clashes: readonly Condition[];
  readonly tradeoffs: readonly (Condition | null)[];
  readonly guidance: readonly (Condition | null)[];
}

/**
 * Puts a compiled pack together from its source and its compiled conditions.
 * @throws RangeError if there are not as many conditions as entries
 */
export function assemble(
  source: Pack,
  questions: readonly CompiledQuestion[],
  implicationOrder: readonly CompiledQuestion[],
  conditions: CompiledConditions,
): CompiledPack {
  return {
    source,
    variables: questions.flatMap(({ variables }) => variables),
    questions,
    questionsById: byId(questions),
    implicationOrder,
    rules: conditional(source.rules, conditions.rules),
    placements: conditional(source.placements, conditions.placements),
    backings: conditional(source.backings, conditions.backings),
    clashes: conditional(source.clashes, conditions.clashes),
    tradeoffs: conditional(source.tradeoffs, conditions.tradeoffs),
    guidance: conditional(source.guidance, conditions.guidance),
    patterns: byId(source.patterns),
    criteria: byId(source.criteria),
    references: byId(source.references),
    shares: sharesFor(conditions.rules),
  };
}

function conditional<Entry, Condition extends CompiledCondition | null>(
  entries: readonly Entry[],
  conditions: readonly Condition[],
): readonly Conditional<Entry, Condition>[] {
  return paired(entries, conditions).map(([entry, condition]) => ({ entry, condition }));
}

export function byId<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** A common multiple of every number of questions that a rule can share its points among. */
function sharesFor(conditions: readonly CompiledCondition[]): number {
  const most = Math.max(0, ...conditions.map((condition) => questionsIn(condition).length));
  return leastCommonMultiple(Array.from({ length: most }, (_, index) => index + 1));
}

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
 * Pairs each entry with its compiled condition.
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
