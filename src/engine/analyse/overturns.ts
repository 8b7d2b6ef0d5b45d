import { OutOfReach } from "../count/cells.js";
import { at } from "../model/at.js";
import type { CompiledQuestion, Variable } from "../model/compiled-condition.js";
import type { Scenario } from "./scenario.js";
import { addSignals, canDiffer, noSignals, type Signals } from "./signals.js";

/**
 * Whether some answer to an open question changes the present verdict, all other questions left as they are.
 * For a question that takes several, every set of its options is an answer.
 * @throws OutOfReach if too many of its options affect common rules
 */
export function overturns(scenario: Scenario, question: CompiledQuestion): boolean {
  const { several, variables, options } = question;
  const [only] = variables;
  if (only === undefined) return false;
  if (several) return someSetOverturns(scenario, variables);
  return options.some((_, state) => scenario.with(only, 2 ** state).verdict !== scenario.verdict);
}

/** The most work for the sets of a group of options, as `Scenario.workOf` counts it: it takes some tenths of a second. */
const workLimit = 2 ** 22;
/** The most sums of a group and those before it that are added up; as long. */
const sumLimit = 2 ** 16;

/** Options that affect common rules, with what the choices from this group on can add to the signals. */
interface Group {
  /** What each set of the group's options adds to the signals, without repeats. */
  readonly shifts: readonly Signals[];
  /** The least and the most that this group and those after it add together. */
  readonly lowest: Signals;
  readonly highest: Signals;
}

/**
 * Whether some set of options of a question that takes several changes the present verdict. Options that affect a
 * common rule are tried together; the sums that the groups can give are then followed group by group, leaving out those
 * from which the remaining groups cannot change the verdict any more.
 * @param variables those of the question, one per option
 * @throws OutOfReach if too many options affect common rules, or if the groups can give too many sums
 */
function someSetOverturns(scenario: Scenario, variables: readonly Variable[]): boolean {
  const together = groupsOf(scenario, variables);
  for (const group of together) {
    const sets = 2 ** group.length;
    if (sets * Math.max(...group.map((variable) => scenario.workOf(variable))) > workLimit)
      throw outOfReach(group, sets);
  }
  const noneChosen = variables.reduce((changed, variable) => changed.with(variable, 1), scenario);
  const now = scenario.verdict;
  let sums: readonly Signals[] = [noneChosen.signals];
  for (const { shifts, lowest, highest } of withBounds(
    together.map((group) => shiftsOf(noneChosen, group)),
  )) {
    const open = sums.filter((signals) => canDiffer(signals, lowest, highest, now));
    if (open.length * shifts.length > sumLimit) throw outOfReach(variables, open.length * shifts.length);
    sums = withoutRepeats(open.flatMap((signals) => shifts.map((shift) => addSignals(signals, shift))));
  }
  return sums.some((signals) => canDiffer(signals, noSignals, noSignals, now));
}

function outOfReach(variables: readonly Variable[], cells: number): OutOfReach {
  return new OutOfReach(variables, [...variables.keys()], cells);
}

/** Groups variables that affect a common rule; those that affect none are left out. */
function groupsOf(scenario: Scenario, variables: readonly Variable[]): readonly (readonly Variable[])[] {
  const groupOfRule = new Map<number, readonly Variable[]>();
  for (const variable of variables) {
    const rules = scenario.dependentsOf(variable).map(({ rule }) => rule);
    const tied = new Set(rules.map((rule) => groupOfRule.get(rule) ?? []));
    const group = [...[...tied].flat(), variable];
    for (const rule of rules) groupOfRule.set(rule, group);
    for (const [rule, other] of groupOfRule) if (tied.has(other)) groupOfRule.set(rule, group);
  }
  return [...new Set(groupOfRule.values())];
}

function shiftsOf(noneChosen: Scenario, group: readonly Variable[]): readonly Signals[] {
  const shifts: Signals[] = [];
  const choose = (scenario: Scenario, [variable, ...others]: readonly Variable[]): void => {
    if (variable === undefined) {
      shifts.push(scenario.signals.map((value, signal) => value - at(noneChosen.signals, signal)));
      return;
    }
    choose(scenario, others);
    choose(scenario.with(variable, 2), others);
  };
  choose(noneChosen, group);
  return withoutRepeats(shifts);
}

function withoutRepeats(list: readonly Signals[]): readonly Signals[] {
  return [...new Map(list.map((signals) => [signals.join(), signals])).values()];
}

/** Choosing nothing adds nothing, so the least is never above 0 and the most never below. */
function withBounds(groups: readonly (readonly Signals[])[]): readonly Group[] {
  let [lowest, highest] = [noSignals, noSignals];
  return groups
    .toReversed()
    .map((shifts): Group => {
      const extreme = (pick: (a: number, b: number) => number): Signals =>
        noSignals.map((none, signal) =>
          shifts.reduce((found, shift) => pick(found, at(shift, signal)), none),
        );
      lowest = addSignals(lowest, extreme(Math.min));
      highest = addSignals(highest, extreme(Math.max));
      return { shifts, lowest, highest };
    })
    .toReversed();
}
