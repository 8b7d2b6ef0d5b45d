import { at } from "../model/at.js";
import { concerns } from "../model/verdict.js";
import { cellCount } from "./cells.js";
import { type EliminationStep, eliminationOrder } from "./elimination-order.js";
import { scopeOf } from "./factor.js";
import { isShared, type Leaf } from "./leaf.js";

/** How to count a leaf: each concern on its own first, then all of them together. */
export interface Plan {
  readonly concerns: readonly ConcernPlan[];
  /** The variables that concerns share, summed out once each concern is closed. */
  readonly shared: readonly EliminationStep[];
  /** Cells of all the tables: a bound on the work. */
  readonly cells: number;
  /** The variables of the largest table. */
  readonly widest: readonly number[];
}

export interface ConcernPlan {
  /** The variables that only this concern reads, summed out first. */
  readonly steps: readonly EliminationStep[];
  /** The shared variables that its tallies then depend on, ascending. */
  readonly scope: readonly number[];
}

/** @param keep positions that are not summed out */
export function planOf(leaf: Leaf, keep: readonly number[] = []): Plan {
  const sizes = leaf.variables.map(({ states }) => states.length);
  const { own, shared, kept } = sorted(leaf, keep);
  const byConcern = concerns.map((_, concern) => concernPlan(leaf, concern, sizes, at(own, concern)));
  const scopes = [...byConcern.map(({ scope }) => scope), ...leaf.across.map((term) => scopeOf([term]))];
  const steps = eliminationOrder(sizes, scopes, shared);
  const tables = [
    ...[...byConcern.flatMap((each) => each.steps), ...steps].map(({ variable, scope }) => [
      ...scope,
      variable,
    ]),
    ...byConcern.map(({ scope }) => scope),
    kept,
  ];
  let widest: { readonly scope: readonly number[]; readonly cells: number } = { scope: [], cells: 0 };
  let all = 0;
  for (const scope of tables) {
    const cells = cellCount(scope, leaf.variables);
    all += cells;
    if (cells > widest.cells) widest = { scope, cells };
  }
  return { concerns: byConcern, shared: steps, cells: all, widest: widest.scope };
}

function concernPlan(
  leaf: Leaf,
  concern: number,
  sizes: readonly number[],
  own: readonly number[],
): ConcernPlan {
  const scopes = new Map<string, readonly number[]>();
  const add = (scope: readonly number[]): void => {
    scopes.set(scope.join(), scope);
  };
  for (const rule of leaf.space.rules) if (rule.concern === concern) add(scopeOf(rule.terms));
  for (const term of at(leaf.within, concern)) add(scopeOf([term]));
  const steps = eliminationOrder(sizes, [...scopes.values()], own);
  const left = new Set([...[...scopes.values()], ...steps.map(({ scope }) => scope)].flat());
  for (const position of own) left.delete(position);
  return { steps, scope: [...left].sort((a, b) => a - b) };
}

/** The positions that something reads: by concern those that it alone reads, those to sum out later, those to keep. */
function sorted(
  { readers }: Leaf,
  keep: readonly number[],
): {
  readonly own: readonly (readonly number[])[];
  readonly shared: readonly number[];
  readonly kept: readonly number[];
} {
  const own = concerns.map((): number[] => []);
  const shared: number[] = [];
  const kept: number[] = [];
  for (const [position, bits] of readers.entries()) {
    if (bits === 0) continue;
    if (keep.includes(position)) kept.push(position);
    else if (isShared(bits)) shared.push(position);
    else at(own, 31 - Math.clz32(bits)).push(position);
  }
  return { own, shared, kept };
}
