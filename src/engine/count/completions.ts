import type { Reach } from "../model/analysis.js";
import { at } from "../model/at.js";
import type { CompiledQuestion, Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import type { Verdict } from "../model/verdict.js";
import { Budget } from "./budget.js";
import { OutOfReach } from "./cells.js";
import { countLeaf, type LeafCounts } from "./count-leaf.js";
import { type CountedLeaf, jointWays } from "./joint-ways.js";
import { openSpaceOf } from "./open-space.js";
import { type Space, statesIn } from "./space.js";
import { splitSpace } from "./split-space.js";
import { addScaled, exactWaysTo, waysTo, zeros } from "./ways.js";

/** One way of answering a question: by verdict, the number of completions with this answer. */
export type AnswerCounts = Readonly<Record<Verdict, number>>;

/** Facts about the completions of a profile: see `openSpaceOf`. */
export interface Completions {
  readonly reach: Reach;
  /**
   * For each way of answering a question that is possible, its completions by verdict. Of a question that takes
   * several, only options that something reads are told apart, and of too many only the first ones.
   */
  readonly answersTo: (question: CompiledQuestion) => readonly AnswerCounts[];
  /** Whether a rule or an implication that is still open names the question. */
  readonly isNamed: (question: CompiledQuestion) => boolean;
}

/**
 * The completions of a profile, counted without listing them.
 * @throws OutOfReach if open questions are tied together too closely for exact figures
 * @param few see `splitSpace`
 */
export function completionsOf(pack: CompiledPack, profile: Profile, few?: number): Completions {
  return completionsIn(openSpaceOf(pack, profile), few);
}

/** Those of a space. */
export function completionsIn(space: Space, few?: number): Completions {
  const assignments = space.domains.reduce((product, domain) => product * statesIn(domain), 1);
  // Beyond some 500 open questions ordinary numbers overflow.
  if (assignments === Number.POSITIVE_INFINITY)
    throw new OutOfReach(space.variables, [...space.domains.keys()], Number.MAX_VALUE);
  const budget = new Budget();
  const leaves = splitSpace(space, budget, few).map(({ leaf, plan }) => ({
    leaf,
    counts: countLeaf(leaf, plan, budget, true),
  }));
  return {
    reach: reachOf(sumOfWays(leaves.map(({ counts }) => counts))),
    answersTo: ({ variables: [first, ...others], several }) => {
      if (first === undefined) return [];
      const positions = [first, ...others].map(({ index }) => index);
      const found = several ? jointWays(leaves, positions, budget) : waysByState(leaves, first);
      return found.map((counts) => perVerdict((verdict) => waysTo(verdict, counts)));
    },
    isNamed: ({ variables }) =>
      leaves.some(({ leaf }) => variables.some(({ index }) => at(leaf.readers, index) !== 0)),
  };
}

export function sumOfWays(leaves: readonly LeafCounts[]): readonly bigint[] {
  const [first, ...others] = leaves.map(({ ways }) => ways);
  return others.reduce(
    (sum, ways) => sum.map((count, component) => count + at(ways, component)),
    first ?? [],
  );
}

export function reachOf(ways: readonly bigint[]): Reach {
  return perVerdict((verdict) => exactWaysTo(verdict, ways));
}

function perVerdict<Value>(of: (verdict: Verdict) => Value): Readonly<Record<Verdict, Value>> {
  const [stateless, stateful, hybrid, undecided] = [
    of("stateless"),
    of("stateful"),
    of("hybrid"),
    of("undecided"),
  ];
  return { stateless, stateful, hybrid, undecided };
}

/** The ways by state of a variable, in ordinary numbers; each state of a class has an equal share of its ways. */
function waysByState(leaves: readonly CountedLeaf[], { index: position, states }: Variable): number[][] {
  const sums = states.map(() => zeros());
  for (const { leaf, counts } of leaves) {
    const isRead = at(leaf.readers, position) !== 0;
    for (const [index, mask] of at(leaf.variables, position).states.entries()) {
      const ways = isRead ? counts.marginals?.[position]?.[index] : counts.ways.map(Number);
      if (ways === undefined) continue;
      const share = (isRead ? Number(counts.unread) : 1) / statesIn(mask);
      for (const [state, sum] of sums.entries()) if ((mask & (1 << state)) !== 0) addScaled(sum, ways, share);
    }
  }
  return sums;
}
