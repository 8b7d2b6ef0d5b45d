import type { Budget } from "./budget.js";
import { Circuit } from "./circuit.js";
import { closeConcern } from "./close-concern.js";
import { combineConcerns } from "./combine-concerns.js";
import { type ClassMarginals, marginalsOf } from "./derivatives.js";
import { exactCounts } from "./exact-counts.js";
import { type Leaf, waysRead, waysUnread } from "./leaf.js";
import type { Plan } from "./plan.js";
import { type Ways, zeros } from "./ways.js";

/** What a leaf adds to the counts of its space. */
export interface LeafCounts {
  /** By component. */
  readonly ways: readonly bigint[];
  /** For what is read, the ways by class; null if not asked for, or if there are none. */
  readonly marginals: ClassMarginals | null;
  /** The number of assignments to what is not read: `ways` counts them, `marginals` leaves them out. */
  readonly unread: bigint;
}

/** Counts every assignment of a leaf. Exact: beyond 2^53 of them the circuit is evaluated again in bigints. */
export function countLeaf(leaf: Leaf, plan: Plan, budget: Budget, withMarginals: boolean): LeafCounts {
  const isLarge = waysRead(leaf) >= 2 ** 53;
  const circuit = new Circuit(budget, withMarginals || isLarge);
  const [root] = runLeaf(leaf, plan, circuit, []);
  const unread = waysUnread(leaf);
  if (root === undefined || root === null) {
    const ways = zeros().map(BigInt);
    return { ways, marginals: null, unread };
  }
  const counts = isLarge ? exactCounts(circuit, root) : root.counts.map(BigInt);
  return {
    ways: counts.map((count) => count * unread),
    marginals: withMarginals ? marginalsOf(circuit, root) : null,
    unread,
  };
}

/**
 * The ways of a leaf by the variables that are kept.
 * @param kept as given to the plan, of those that are read
 */
export function runLeaf(
  leaf: Leaf,
  plan: Plan,
  circuit: Circuit,
  kept: readonly number[],
): readonly (Ways | null)[] {
  const closed = plan.concerns.map((concernPlan, concern) =>
    closeConcern(leaf, circuit, concern, concernPlan),
  );
  return combineConcerns(leaf, circuit, closed, plan.shared, kept);
}
