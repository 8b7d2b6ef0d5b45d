import { assignCell, cellCount } from "../../count/cells.js";
import { addTallies, noTally, type Tally, tallyOf } from "../../count/tally.js";
import { at } from "../../model/at.js";
import type { Concern } from "../../model/verdict.js";
import { holds } from "../../score/holds.js";
import {
  type PairConstraint,
  type PairRule,
  type PairSpace,
  type PairVariable,
  scopeOf,
} from "./pair-space.js";
import type { PairRange, PairSums } from "./pair-sums.js";
import type { Setting, ValueTable } from "./reachable-values.js";
import { rangeAround } from "./side-sums.js";
import { emptySet } from "./value-sets.js";

/** Rules of one concern over the same variables: their sum in each cell goes into one table. */
export interface RuleGroup {
  readonly scope: readonly number[];
  readonly rules: readonly PairRule[];
}

/** The rules of a concern by the variables that they name; variables with one state left aside. */
export function ruleGroups({ rules, variables }: PairSpace, concern: Concern): readonly RuleGroup[] {
  const groups = new Map<string, { readonly scope: readonly number[]; readonly rules: PairRule[] }>();
  for (const each of rules) {
    if (each.rule.concern !== concern) continue;
    const scope = scopeOf([each.before ?? [], each.after ?? []]).filter(
      (position) => at(variables, position).states.length > 1,
    );
    const group = groups.get(scope.join()) ?? { scope, rules: [] };
    groups.set(scope.join(), group);
    group.rules.push(each);
  }
  return [...groups.values()];
}

/** The sum of a group's rules in each cell, as sets of one value. */
export function groupTable(
  { variables, sets, work }: Setting & Pick<PairSpace, "variables">,
  sums: PairSums,
  { scope, rules }: RuleGroup,
): ValueTable<PairRange> {
  work.spend(cellCount(scope, variables) * rules.length, variables, scope);
  const pairs = eachCell(variables, scope, (before, after) => ({
    before: sumAt(rules, (each) => each.before !== null && holds(each.before, before)),
    after: sumAt(rules, (each) => each.after !== null && holds(each.after, after)),
  }));
  return {
    scope,
    cells: pairs.map((pair) => sets.named([sums.named(pair.before, pair.after)])),
    range: {
      before: rangeAround(pairs.map(({ before }) => before)),
      after: rangeAround(pairs.map(({ after }) => after)),
    },
  };
}

function sumAt(rules: readonly PairRule[], fires: (rule: PairRule) => boolean): Tally {
  return rules.reduce((sum, each) => (fires(each) ? addTallies(sum, tallyOf(each.rule)) : sum), noTally);
}

/** Nothing where a constraint allows the pair, and no way where it does not. */
export function constraintTable<Range>(
  { variables, sets, work }: Setting & Pick<PairSpace, "variables">,
  { nothing, noRange }: { readonly nothing: number; readonly noRange: Range },
  { scope, allows }: PairConstraint,
): ValueTable<Range> {
  const open = scope.filter((position) => at(variables, position).states.length > 1);
  work.spend(cellCount(open, variables), variables, open);
  const allowed = sets.named([nothing]);
  const cells = eachCell(variables, open, (before, after) => (allows(before, after) ? allowed : emptySet));
  return { scope: open, cells, range: noRange };
}

/** What holds in each cell, given what is possible on both sides. */
function eachCell<Cell>(
  variables: readonly PairVariable[],
  scope: readonly number[],
  cellOf: (before: readonly number[], after: readonly number[]) => Cell,
): readonly Cell[] {
  const before = variables.map((variable) => joined(variable.before));
  const after = variables.map((variable) => joined(variable.after));
  const assignment: number[] = [];
  return Array.from({ length: cellCount(scope, variables) }, (_, cell) => {
    assignCell(scope, variables, cell, assignment);
    for (const position of scope) {
      const variable = at(variables, position);
      const state = at(assignment, position);
      before[position] = at(variable.before, state);
      after[position] = at(variable.after, state);
    }
    return cellOf(before, after);
  });
}

function joined(masks: readonly number[]): number {
  return masks.reduce((all, mask) => all | mask, 0);
}
