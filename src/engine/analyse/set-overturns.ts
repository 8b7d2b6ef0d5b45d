import { OutOfReach } from "../count/out-of-reach.js";
import { type Signals, signalCount, signsOf } from "../count/signals.js";
import { canDiffer, openSigns } from "./sign-flips.js";
import type { Trial } from "./trial.js";

/** More sets of options that bear on one another are not tried: some tenths of a second. */
const setLimit = 2 ** 18;

/**
 * Whether some set of options of a question that takes several changes the verdict as it stands. Options that bear on a
 * common rule or veto are tried together; what the groups add to the signals is then searched group by group, leaving off
 * wherever the groups to come cannot change the verdict any more.
 * @param variables those of the question, one an option
 * @throws OutOfReach where too many options bear on one another
 */
export function someSetOverturns(trial: Trial, variables: readonly number[], question: number): boolean {
  const together = groupsOf(trial, variables);
  const largest = together.reduce((most, group) => (group.length > most.length ? group : most), []);
  if (2 ** largest.length > setLimit)
    throw new OutOfReach(
      largest.map((variable) => ({ variable, question, states: 2 })),
      [...largest.keys()],
      2 ** largest.length,
    );
  const now = trial.verdict;
  const verdictOf = (signs: number) => trial.verdictOf(signs);
  for (const variable of variables) trial.change(variable, 1);
  const start = trial.signals.slice();
  const groups = together.map((group) => shiftsOf(trial, group, start));
  for (const _ of variables) trial.undo();
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
function groupsOf(trial: Trial, variables: readonly number[]): readonly (readonly number[])[] {
  let groups: readonly (readonly number[])[] = [];
  for (const variable of variables) {
    const entries = new Set(trial.touched[variable]);
    if (entries.size === 0) continue;
    const tied = groups.filter((group) =>
      group.some((other) => trial.touched[other]?.some((entry) => entries.has(entry))),
    );
    groups = [...groups.filter((group) => !tied.includes(group)), [...tied.flat(), variable]];
  }
  return groups;
}

/** What each set of a group's options adds to the signals, without repeats. */
function shiftsOf(trial: Trial, group: readonly number[], start: Signals): readonly Signals[] {
  const shifts = new Map<string, Signals>();
  const choose = (at: number): void => {
    const variable = group[at];
    if (variable === undefined) {
      const shift = trial.signals.map((value, index) => value - (start[index] ?? 0));
      shifts.set(shift.join(), shift);
      return;
    }
    choose(at + 1);
    trial.change(variable, 2);
    choose(at + 1);
    trial.undo();
  };
  choose(0);
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
