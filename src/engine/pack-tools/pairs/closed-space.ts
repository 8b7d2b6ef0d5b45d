import { concerns } from "../../model/verdict.js";
import { closeConcern } from "./closed-concern.js";
import { eliminationPlan } from "./elimination-plan.js";
import { outcomePairs } from "./outcomes.js";
import type { PairSpace } from "./pair-space.js";
import { constraintTable, ruleGroups } from "./pair-tables.js";
import { ReachableValues } from "./reachable-values.js";
import { divide } from "./shared-variables.js";
import { ValueSets } from "./value-sets.js";
import type { Work } from "./work.js";

/** The pairs of outcomes that a space can come to. */
export interface ClosedSpace {
  readonly pairs: Iterable<number>;
  /** The states of variables with which it comes to a pair; a variable that does not matter has none. */
  readonly trace: (pair: number) => readonly (number | undefined)[];
}

/**
 * Works out each concern on its own, for every way of answering the questions that it shares with others; the pairs of
 * outcomes that it can come to there are all that the whole depends on.
 * @throws OutOfReach beyond the limit of work
 */
export function closeSpace(space: PairSpace, work: Work): ClosedSpace {
  const { variables } = space;
  const setting = { variables, sets: new ValueSets(), work };
  const groups = new Map(concerns.map((concern) => [concern, ruleGroups(space, concern)]));
  const division = divide(groups, space.constraints);
  const closed = concerns.map((concern) =>
    closeConcern(setting, {
      concern,
      groups: groups.get(concern) ?? [],
      constraints: division.constraintsOf(concern),
      own: division.ownOf(concern),
    }),
  );
  const tables = [
    ...closed.map(({ table }) => table),
    ...division.common.map((each) => constraintTable(setting, outcomePairs, each)),
  ];
  const scopes = tables.map(({ scope }) => scope);
  const order = eliminationPlan(setting, scopes, [...new Set(scopes.flat())]);
  const values = new ReachableValues(setting, outcomePairs, tables);
  for (const variable of order) values.eliminate(variable);
  return {
    pairs: values.valuesAt([]),
    trace: (pair) => {
      const assignment: number[] = [];
      const reached = values.trace(pair, assignment);
      for (const { table, trace } of closed) trace(reached.get(table) ?? outcomePairs.nothing, assignment);
      return assignment;
    },
  };
}
