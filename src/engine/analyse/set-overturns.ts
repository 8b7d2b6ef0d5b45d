import { OutOfReach } from "../count/out-of-reach.js";
import { type Signals, signalCount, signsOf } from "../count/signals.js";
import type { Variable } from "../model/compiled-condition.js";
import type { Scenario } from "./scenario.js";
import { canDiffer, openSigns } from "./sign-flips.js";

/** More sets of options that bear on one another are not tried: some tenths of a second. */
const setLimit = 2 ** 18;

/**
 * Whether some set of options of a question that takes several changes the verdict as it stands. Options that bear on a
 * common rule or veto are tried together; what the groups add to the signals is then searched group by group, leaving off
 * wherever the groups to come cannot change the verdict any more.
 * @param variables those of the question, one an option
 * @throws OutOfReach where too many options bear on one another
 */
export function someSetOverturns(scenario: Scenario, variables: readonly Variable[]): boolean {
  const together = groupsOf(scenario, variables);
  const largest = together.reduce((most, group) => (group.length > most.length ? group : most), []);
  if (2 ** largest.length > setLimit) throw new OutOfReach(largest, [...largest.keys()], 2 ** largest.length);
  const now = scenario.verdict;
  const verdictOf = (signs: number) => scenario.verdictOf(signs);
  const noneChosen = variables.reduce((changed, variable) => changed.with(variable, 1), scenario);
  const start = noneChosen.signals;
  const groups = together.map((group) => shiftsOf(noneChosen, group));
  const lowest = suffixSums(groups, Math.min);
  const highest = suffixSums(groups, Math.max);
  const search = (signals: Signals, at: number): boolean => {
    const open = openSigns(signals, lowest[at] ?? [], highest[at] ?? []);
    if (!canDiffer(verdictOf, signsOf(signals), open, now)) return false;
    const shifts = groups[at];
    return shifts === undefined || shifts.some((shift) => search(add(signals, shift), at + 1));
  };
  return search(start, 0);
}

/** Variables that bear on a common entry belong together. */
function groupsOf(scenario: Scenario, variables: readonly Variable[]): readonly (readonly Variable[])[] {
  const entriesAffected = (variable: Variable) => scenario.dependentsOf(variable).map(({ entry }) => entry);
  let groups: readonly (readonly Variable[])[] = [];
  for (const variable of variables) {
    const entries = new Set(entriesAffected(variable));
    if (entries.size === 0) continue;
    const tied = groups.filter((group) =>
      group.some((other) => entriesAffected(other).some((entry) => entries.has(entry))),
    );
    groups = [...groups.filter((group) => !tied.includes(group)), [...tied.flat(), variable]];
  }
  return groups;
}

/** What each set of a group's options adds to the signals, without repeats. */
function shiftsOf(noneChosen: Scenario, group: readonly Variable[]): readonly Signals[] {
  const shifts = new Map<string, Signals>();
  const choose = (scenario: Scenario, [variable, ...others]: readonly Variable[]): void => {
    if (variable === undefined) {
      const shift = scenario.signals.map((value, index) => value - (noneChosen.signals[index] ?? 0));
      shifts.set(shift.join(), shift);
      return;
    }
    choose(scenario, others);
    choose(scenario.with(variable, 2), others);
  };
  choose(noneChosen, group);
  return [...shifts.values()];
}

/** At i: the least (or most) that groups from i on add, signal by signal. */
function suffixSums(
  groups: readonly (readonly Signals[])[],
  pick: (a: number, b: number) => number,
): readonly Signals[] {
  const sums: Signals[] = [new Array<number>(signalCount).fill(0)];
  for (const shifts of groups.toReversed()) {
    const last = sums.at(-1) ?? [];
    const extreme = (index: number): number =>
      shifts.reduce((found, shift) => pick(found, shift[index] ?? 0), shifts[0]?.[index] ?? 0);
    sums.push(last.map((value, index) => value + extreme(index)));
  }
  return sums.reverse();
}

function add(a: Signals, b: Signals): Signals {
  return a.map((value, index) => value + (b[index] ?? 0));
}
