import { OutOfReach } from "../count/cells.js";
import {
  addMargins,
  canDiffer,
  combine,
  type Margins,
  noMargins,
  openSigns,
  signsOf,
  subtractMargins,
} from "../count/margins.js";
import type { CompiledQuestion, Variable } from "../model/compiled-condition.js";
import type { Scenario } from "./scenario.js";

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
  return options.some((_, state) => scenario.with(only, 1 << state).verdict !== scenario.verdict);
}

/** More sets of interacting options than this are not tried: it takes some tenths of a second. */
const setLimit = 2 ** 18;

/** Options that affect common rules or vetoes, with what the choices from this group on can add to the margins. */
interface Group {
  /** What each set of the group's options adds to the margins, without repeats. */
  readonly shifts: readonly Margins[];
  /** The least and the most that this group and those after it add together. */
  readonly lowest: Margins;
  readonly highest: Margins;
}

/**
 * Whether some set of options of a question that takes several changes the present verdict. Options that affect a
 * common rule or veto are tried together; what the groups add to the margins is then searched group by group, stopping
 * when the remaining groups cannot change the verdict any more.
 * @param variables those of the question, one per option
 * @throws OutOfReach if too many options affect common rules
 */
function someSetOverturns(scenario: Scenario, variables: readonly Variable[]): boolean {
  const together = groupsOf(scenario, variables);
  const largest = together.reduce((most, group) => (group.length > most.length ? group : most), []);
  if (2 ** largest.length > setLimit) throw new OutOfReach(largest, [...largest.keys()], 2 ** largest.length);
  const noneChosen = variables.reduce((changed, variable) => changed.with(variable, 1), scenario);
  const groups = withBounds(together.map((group) => shiftsOf(noneChosen, group)));
  const search = (margins: Margins, [group, ...others]: readonly Group[]): boolean => {
    const open = group === undefined ? 0 : openSigns(margins, group.lowest, group.highest);
    const verdictOf = (signs: number) => scenario.verdictOf(signs);
    if (!canDiffer(verdictOf, signsOf(margins), open, scenario.verdict)) return false;
    return group === undefined || group.shifts.some((shift) => search(addMargins(margins, shift), others));
  };
  return search(noneChosen.margins, groups);
}

/** Groups variables that affect a common entry; those that affect none are left out. */
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

function shiftsOf(noneChosen: Scenario, group: readonly Variable[]): readonly Margins[] {
  const shifts = new Map<string, Margins>();
  const choose = (scenario: Scenario, [variable, ...others]: readonly Variable[]): void => {
    if (variable === undefined) {
      const shift = subtractMargins(scenario.margins, noneChosen.margins);
      shifts.set(Object.values(shift).join(), shift);
      return;
    }
    choose(scenario, others);
    choose(scenario.with(variable, 2), others);
  };
  choose(noneChosen, group);
  return [...shifts.values()];
}

/** Choosing nothing adds nothing, so the least is never above 0 and the most never below. */
function withBounds(groups: readonly (readonly Margins[])[]): readonly Group[] {
  let [lowest, highest] = [noMargins, noMargins];
  return groups
    .toReversed()
    .map((shifts): Group => {
      const extreme = (pick: (a: number, b: number) => number): Margins =>
        shifts.reduce((found, shift) => combine(found, shift, pick));
      lowest = addMargins(lowest, extreme(Math.min));
      highest = addMargins(highest, extreme(Math.max));
      return { shifts, lowest, highest };
    })
    .reverse();
}
