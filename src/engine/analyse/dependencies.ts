import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";

/** A rule or veto that an answer can affect. */
export interface Dependent {
  /** Position among the pack's rules, then vetoes. */
  readonly entry: number;
  /** The states of the variable with which the entry can fire, as a mask. */
  readonly allowedStates: number;
  /** Whether it is affected through an implication (whether or not its condition also names the variable). */
  readonly indirect: boolean;
}

/** The dependencies within a pack, independent of any answers. */
export interface Dependencies {
  /** By variable. */
  readonly dependents: readonly (readonly Dependent[])[];
  /** The variables that the conditions of implications name. */
  readonly implying: ReadonlySet<Variable>;
  /** The variables that implications can set. */
  readonly implied: readonly Variable[];
}

/** Computed once per pack. */
export const dependenciesOf = oncePer((pack: CompiledPack): Dependencies => {
  const conditions = [...pack.rules, ...pack.vetoes].map(({ condition }) => condition);
  const named = pack.variables.map(() => new Set<number>());
  for (const [entry, condition] of conditions.entries())
    for (const { variable } of condition.flat()) at(named, variable.index).add(entry);
  const indirect = indirectlyAffected(pack, named);
  const implications = pack.questions.flatMap(({ implied }) => implied);
  return {
    dependents: pack.variables.map((variable) => {
      const through = at(indirect, variable.index);
      const entries = new Set([...at(named, variable.index), ...through]);
      return [...entries].map((entry) => ({
        entry,
        allowedStates: allowedStates(at(conditions, entry), variable),
        indirect: through.has(entry),
      }));
    }),
    implying: new Set(
      implications.flatMap(({ condition }) => condition.flat().map(({ variable }) => variable)),
    ),
    implied: pack.questions.flatMap(({ implied, variables }) => (implied.length > 0 ? variables : [])),
  };
});

/** By variable: the entries that name a question which an implication ties to it, directly or through others. */
function indirectlyAffected(
  pack: CompiledPack,
  named: readonly ReadonlySet<number>[],
): readonly ReadonlySet<number>[] {
  const indirect = pack.variables.map(() => new Set<number>());
  for (const { implied, variables } of pack.implicationOrder.toReversed()) {
    const [own] = variables;
    if (own === undefined) continue;
    const entries = [...at(named, own.index), ...at(indirect, own.index)];
    for (const { variable } of implied.flatMap(({ condition }) => condition.flat()))
      for (const entry of entries) at(indirect, variable.index).add(entry);
  }
  return indirect;
}

/** The states of a variable with which a condition can hold, as a mask; all states if some term does not name it. */
function allowedStates(condition: CompiledCondition, variable: Variable): number {
  return condition.reduce((allowed, term) => {
    const literal = term.find((each) => each.variable === variable);
    return allowed | (literal?.mask ?? variable.full);
  }, 0);
}
