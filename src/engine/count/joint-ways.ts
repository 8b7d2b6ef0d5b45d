import { at } from "../model/at.js";
import type { Budget } from "./budget.js";
import { cellIndex, cellLimit } from "./cells.js";
import { Circuit } from "./circuit.js";
import { type LeafCounts, runLeaf } from "./count-leaf.js";
import { type Leaf, leafOf } from "./leaf.js";
import { planOf } from "./plan.js";
import { statesIn } from "./space.js";

/** A leaf and what is known of it. */
export interface CountedLeaf {
  readonly leaf: Leaf;
  readonly counts: LeafCounts;
}

/** More sets of options than this are not kept apart. */
const setLimit = 4096;

/**
 * The ways under every set of options of a question that takes several; options that nothing reads are left out, as
 * they tell nothing. The options are kept while all other variables are summed out. If that needs too many sets or too
 * large tables, the later half of the options is summed out as well: as summarising an answer cannot add information, the
 * value of information is then a lower bound.
 * @param positions the variables of the options
 * @param limit the most sets to keep apart
 */
export function jointWays(
  leaves: readonly CountedLeaf[],
  positions: readonly number[],
  budget: Budget,
  limit: number = setLimit,
): readonly (readonly number[])[] {
  let kept: readonly number[] = positions.filter((position) => isTold(leaves, position));
  while (2 ** kept.length > limit) kept = firstHalf(kept);
  for (;;) {
    const found = waysBySet(leaves, kept, budget);
    if (found !== null) return found;
    kept = firstHalf(kept);
  }
}

/** Whether something reads the variable of an option, or its leaves have been split by it. */
function isTold(leaves: readonly CountedLeaf[], position: number): boolean {
  const all = leaves.reduce((states, { leaf }) => states | at(leaf.space.domains, position), 0);
  return leaves.some(
    ({ leaf }) => at(leaf.readers, position) !== 0 || at(leaf.space.domains, position) !== all,
  );
}

function firstHalf(positions: readonly number[]): readonly number[] {
  return positions.slice(0, positions.length === 1 ? 0 : Math.ceil(positions.length / 2));
}

/** Null if a leaf would need tables that are too large. */
function waysBySet(
  leaves: readonly CountedLeaf[],
  kept: readonly number[],
  budget: Budget,
): readonly (readonly number[])[] | null {
  const sums: number[][] = [];
  for (const counted of leaves) {
    const waysWith = waysInLeaf(counted, kept, budget);
    if (waysWith === null) return null;
    for (let set = 0; set < 2 ** kept.length; set += 1) {
      const counts = waysWith(set);
      const sum = sums[set] ?? [];
      for (const [component, count] of counts.entries()) sum[component] = (sum[component] ?? 0) + count;
      sums[set] = sum;
    }
  }
  return sums;
}

type WaysWith = (set: number) => readonly number[];

/** The ways of a leaf with each set of the kept options: bit i of the set says whether option i is chosen. */
function waysInLeaf({ leaf, counts }: CountedLeaf, kept: readonly number[], budget: Budget): WaysWith | null {
  const read = kept.filter((position) => at(leaf.readers, position) !== 0);
  const waysOfRead = waysByRead({ leaf, counts }, read, budget);
  if (waysOfRead === null) return null;
  const none = counts.ways.map(() => 0);
  return (set) => {
    // Options that are open but not read here share the ways equally.
    let share = 1;
    const assignment: number[] = [];
    for (const [index, position] of kept.entries()) {
      const state = 1 << ((set >> index) & 1);
      const domain = at(leaf.space.domains, position);
      if ((domain & state) === 0) return none;
      assignment[position] = at(leaf.variables, position).states.findIndex(
        (states) => (states & state) !== 0,
      );
      if (!read.includes(position)) share /= statesIn(domain);
    }
    const ways = waysOfRead(assignment);
    return ways === null ? none : ways.map((count) => count * share);
  };
}

/** The same for options that the leaf reads, by class. With one of them at most, the first count has told it already. */
function waysByRead(
  { leaf, counts }: CountedLeaf,
  read: readonly number[],
  budget: Budget,
): ((assignment: readonly number[]) => readonly number[] | null) | null {
  const [only, ...others] = read;
  if (only === undefined) {
    const all = counts.ways.map(Number);
    return () => all;
  }
  const unread = Number(counts.unread);
  if (others.length === 0)
    return (assignment) =>
      counts.marginals?.[only]?.[at(assignment, only)]?.map((count) => count * unread) ?? null;
  const keeping = leafOf(leaf.space, read);
  const plan = planOf(keeping, read);
  if (plan.cells > cellLimit) return null;
  const cells = runLeaf(keeping, plan, new Circuit(budget, false), read);
  return (assignment) =>
    at(cells, cellIndex(read, keeping.variables, assignment))?.counts.map((count) => count * unread) ?? null;
}
