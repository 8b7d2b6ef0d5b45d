import { type CompiledCondition, type CompiledQuestion, questionsIn } from "../model/compiled-condition.js";
import type { CompiledPack, Conditional } from "../model/compiled-pack.js";
import type { Pack } from "../model/pack.js";
import { paired } from "./questions.js";
import { leastCommonMultiple, verdictForms } from "./verdict-forms.js";

/** The compiled conditions of a pack's entries, section by section in the order of the entries; null means always. */
export interface CompiledConditions<Condition = CompiledCondition> {
  readonly rules: readonly Condition[];
  readonly vetoes: readonly Condition[];
  readonly placements: readonly (Condition | null)[];
  readonly tradeoffs: readonly (Condition | null)[];
  readonly guidance: readonly (Condition | null)[];
}

/**
 * A compiled pack from its source and what was compiled of it.
 * @throws RangeError if the conditions are not as many as the entries
 */
export function assemble(
  source: Pack,
  questions: readonly CompiledQuestion[],
  implicationOrder: readonly CompiledQuestion[],
  conditions: CompiledConditions,
): CompiledPack {
  return {
    source,
    forms: verdictForms(source.settings),
    variables: questions.flatMap(({ variables }) => variables),
    questions,
    questionsById: byId(questions),
    implicationOrder,
    rules: conditional(source.rules, conditions.rules),
    vetoes: conditional(source.vetoes, conditions.vetoes),
    placements: conditional(source.placements, conditions.placements),
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

/** A common multiple of every number of questions that a rule may come to share its points among. */
function sharesFor(conditions: readonly CompiledCondition[]): number {
  const most = Math.max(0, ...conditions.map((condition) => questionsIn(condition).length));
  return leastCommonMultiple(Array.from({ length: most }, (_, index) => index + 1));
}
