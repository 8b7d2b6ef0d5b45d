import type { CompiledCondition, CompiledQuestion, Variable } from "../../model/compiled-condition.js";
import type { Rule } from "../../model/pack.js";
import type { Possible } from "../../model/profile.js";
import { holds } from "../../score/holds.js";

/** A variable on both sides of a pair: by its state, the mask of what is possible before and after. */
export interface PairVariable extends Variable {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** A rule, and the condition under which it counts on each side; null: never. */
export interface PairRule {
  readonly rule: Rule;
  readonly before: CompiledCondition | null;
  readonly after: CompiledCondition | null;
}

/** A limit on which answers go together. */
export interface PairConstraint {
  /** Positions of variables, ascending. */
  readonly scope: readonly number[];
  readonly allows: (before: Possible, after: Possible) => boolean;
}

/** Pairs of scored profiles: what may differ between the sides is either an answer, or the rules. */
export interface PairSpace {
  /** By `Variable.index`. */
  readonly variables: readonly PairVariable[];
  readonly constraints: readonly PairConstraint[];
  readonly rules: readonly PairRule[];
}

/** A variable with a state for each pair of masks. */
export function pairVariable(
  variable: Variable,
  pairs: readonly { readonly before: number; readonly after: number }[],
): PairVariable {
  return {
    ...variable,
    states: pairs.map(({ before, after }) => `${before} ${after}`),
    before: pairs.map(({ before }) => before),
    after: pairs.map(({ after }) => after),
  };
}

/** A variable that has the same state on both sides, one of these masks. */
export function sameOnBothSides(variable: Variable, masks: readonly number[]): PairVariable {
  return pairVariable(
    variable,
    masks.map((mask) => ({ before: mask, after: mask })),
  );
}

/** The masks of a variable's single states. */
export function singleStates({ states }: Variable): readonly number[] {
  return states.map((_, state) => 2 ** state);
}

/** What implications require of the answer to a question; none if it has no implications. */
export function impliedConstraint(
  { variables: [variable], implied }: CompiledQuestion,
  allows: (answer: Implied) => boolean,
): readonly PairConstraint[] {
  if (variable === undefined || implied.length === 0) return [];
  const own = variable.index;
  const impliedOn = (possible: Possible): number | null =>
    implied.find(({ condition }) => holds(condition, possible))?.mask ?? null;
  return [
    {
      scope: ascending([own, ...scopeOf(implied.map(({ condition }) => condition))]),
      allows: (before, after) =>
        allows({
          before: before[own],
          after: after[own],
          impliedBefore: impliedOn(before),
          impliedAfter: impliedOn(after),
        }),
    },
  ];
}

/** The answer to a question and the answer that is implied for it, as masks; null: none is implied. */
export interface Implied {
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly impliedBefore: number | null;
  readonly impliedAfter: number | null;
}

/** The positions of the variables that conditions name, ascending. */
export function scopeOf(conditions: readonly CompiledCondition[]): readonly number[] {
  return ascending(conditions.flat(2).map(({ variable }) => variable.index));
}

function ascending(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}
