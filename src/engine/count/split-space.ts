import { at } from "../model/at.js";
import type { Budget } from "./budget.js";
import { cellLimit, OutOfReach } from "./cells.js";
import { type Leaf, leafOf } from "./leaf.js";
import { type Plan, planOf } from "./plan.js";
import { narrowedAt, type OpenTerm, type Space } from "./space.js";

/** A part of a space, ready to count. */
export interface PlannedLeaf {
  readonly leaf: Leaf;
  readonly plan: Plan;
}

/** A space of no more cells is counted at once. */
const fewCells = 300;

/** The most variables to fix one after the other. */
const deepest = 4;

/**
 * Splits a space where that makes counting cheaper: the variable that most rules name is fixed to each class of its
 * states in turn. In each part fewer rules are left, which tie less together.
 * @throws OutOfReach if a part would need tables of more than `cellLimit` cells, before any is built
 * @param few up to how many cells a space is not split
 */
export function splitSpace(space: Space, budget: Budget, few: number = fewCells): readonly PlannedLeaf[] {
  return splitLeaf(planned(space, budget), budget, few, 0);
}

function planned(space: Space, budget: Budget): PlannedLeaf {
  budget.enter(space.variables, [...space.domains.keys()]);
  budget.spend(touched(space));
  const leaf = leafOf(space);
  return { leaf, plan: planOf(leaf) };
}

function touched({ rules, forbidden }: Space): number {
  return rules.reduce((sum, { terms }) => sum + terms.length, forbidden.length);
}

function splitLeaf(whole: PlannedLeaf, budget: Budget, few: number, depth: number): readonly PlannedLeaf[] {
  const { leaf, plan } = whole;
  if (plan.cells > few && depth < deepest) {
    const hub = hubOf(leaf.space);
    const parts = at(leaf.variables, hub).states.flatMap((states) => {
      const space = narrowedAt(leaf.space, hub, states);
      return space === null ? [] : [planned(space, budget)];
    });
    const cells = parts.reduce((sum, part) => sum + part.plan.cells, 0);
    if (cells < plan.cells) return parts.flatMap((part) => splitLeaf(part, budget, few, depth + 1));
  }
  if (plan.cells > cellLimit) throw new OutOfReach(leaf.space.variables, plan.widest, plan.cells);
  return [whole];
}

/** The variable that most terms name together with others. */
export function hubOf({ domains, rules, forbidden }: Space): number {
  const ties = domains.map(() => 0);
  const count = (term: OpenTerm): void => {
    for (const { position } of term) ties[position] = at(ties, position) + term.length * term.length;
  };
  for (const { terms } of rules) for (const term of terms) count(term);
  for (const term of forbidden) count(term);
  return ties.indexOf(Math.max(...ties));
}
