import type { Concern } from "../../model/verdict.js";
import { eliminationPlan } from "./elimination-plan.js";
import { outcomeOf, outcomePair } from "./outcomes.js";
import type { PairConstraint, PairSpace } from "./pair-space.js";
import { PairSums } from "./pair-sums.js";
import { constraintTable, groupTable, type RuleGroup } from "./pair-tables.js";
import { ReachableValues, type Setting, type ValueTable } from "./reachable-values.js";

/** What one concern takes to be worked out on its own. */
export interface ConcernPart {
  readonly concern: Concern;
  readonly groups: readonly RuleGroup[];
  readonly constraints: readonly PairConstraint[];
  /** Positions of the variables that only this concern reads. */
  readonly own: readonly number[];
}

/** One concern, worked out for each way of answering the questions that it shares with others. */
export interface ClosedConcern {
  /** The pairs of outcomes that it can come to, over the shared variables. */
  readonly table: ValueTable<null>;
  /** Completes an assignment of the shared variables by own ones, so that the concern comes to a pair of outcomes. */
  readonly trace: (outcomes: number, assignment: number[]) => void;
}

/** @throws OutOfReach beyond the limit of work */
export function closeConcern(
  setting: Setting & Pick<PairSpace, "variables">,
  { concern, groups, constraints, own }: ConcernPart,
): ClosedConcern {
  const sums = new PairSums();
  const order = eliminationPlan(
    setting,
    [...groups, ...constraints].map(({ scope }) => scope),
    own,
  );
  const values = new ReachableValues(setting, sums, [
    ...groups.map((group) => groupTable(setting, sums, group)),
    ...constraints.map((each) => constraintTable(setting, sums, each)),
  ]);
  for (const variable of order) values.eliminate(variable);
  const pairOf = (sum: number): number =>
    outcomePair(outcomeOf(concern, sums.beforeOf(sum)), outcomeOf(concern, sums.afterOf(sum)));
  const cells = values.tabulate((reached) => setting.sets.named(new Set([...reached].map(pairOf))));
  return {
    table: { scope: values.scope, cells, range: null },
    trace: (outcomes, assignment) => {
      const sum = [...values.valuesAt(assignment)].find((reached) => pairOf(reached) === outcomes);
      if (sum === undefined) throw new RangeError(`${concern} does not come to these outcomes`);
      values.trace(sum, assignment);
    },
  };
}
