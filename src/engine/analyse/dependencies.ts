import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";

/** A rule that an answer can affect. */
export interface Dependent {
  /** Position among the pack's rules. */
  readonly rule: number;
  /** The states of the variable with which the rule can fire, as a mask. */
  readonly allowedStates: number;
  /** Whether it is affected through an implication (whether or not its condition also names the variable). */
  readonly indirect: boolean;
}

/** What any change takes, however little depends on it: about as long as to look at this many literals. */
export const changeWork = 16;

/** The dependencies within a pack, independent of any answers. */
export interface Dependencies {
  /** By variable. */
  readonly dependents: readonly (readonly Dependent[])[];
  /** By variable: what a change of its answer takes, in literals of conditions that are looked at; at least `changeWork`. */
  readonly work: readonly number[];
  /** The variables that the conditions of implications name. */
  readonly implying: ReadonlySet<Variable>;
  /** The variables that implications can set. */
  readonly implied: readonly Variable[];
}

/** Computed once per pack. */
export const dependenciesOf = oncePer((pack: CompiledPack): Dependencies => {
  const conditions = pack.rules.map(({ condition }) => condition);
  const named = pack.variables.map(() => new Set<number>());
  for (const [rule, condition] of conditions.entries())
    for (const { variable } of condition.flat()) at(named, variable.index).add(rule);
  const indirect = indirectlyAffected(pack, named);
  const dependents = pack.variables.map((variable) => {
    const through = at(indirect, variable.index);
    const rules = new Set([...at(named, variable.index), ...through]);
    return [...rules].map((rule) => ({
      rule,
      allowedStates: allowedStates(at(conditions, rule), variable),
      indirect: through.has(rule),
    }));
  });
  const implications = pack.questions.flatMap(({ implied }) => implied.map(({ condition }) => condition));
  const implying = new Set(
    implications.flatMap((condition) => condition.flat().map(({ variable }) => variable)),
  );
  const lengths = conditions.map(lengthOf);
  const lengthOfImplications = sum(implications.map(lengthOf));
  return {
    dependents,
    work: pack.variables.map(
      (variable) =>
        changeWork +
        (implying.has(variable) ? lengthOfImplications : 0) +
        sum(at(dependents, variable.index).map(({ rule }) => at(lengths, rule))),
    ),
    implying,
    implied: pack.questions.flatMap(({ implied, variables }) => (implied.length > 0 ? variables : [])),
  };
});

/** By variable: the rules that name a question which an implication ties to it, directly or through others. */
function indirectlyAffected(
  pack: CompiledPack,
  named: readonly ReadonlySet<number>[],
): readonly ReadonlySet<number>[] {
  const indirect = pack.variables.map(() => new Set<number>());
  for (const { implied, variables } of pack.implicationOrder.toReversed()) {
    const [own] = variables;
    if (own === undefined) continue;
    const rules = [...at(named, own.index), ...at(indirect, own.index)];
    for (const { variable } of implied.flatMap(({ condition }) => condition.flat()))
      for (const rule of rules) at(indirect, variable.index).add(rule);
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

function lengthOf(condition: CompiledCondition): number {
  return sum(condition.map((term) => term.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
