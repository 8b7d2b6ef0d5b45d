import { at } from "../model/at.js";

/** One step of an elimination: the variable to sum out, and those that its message then ties together. */
export interface EliminationStep {
  readonly variable: number;
  /** Ascending. */
  readonly scope: readonly number[];
}

/**
 * A min-fill order: the next variable is the one whose neighbours lack the fewest ties among themselves, ties going to
 * the smaller table and then to the first (Dechter, "Bucket elimination", Artificial Intelligence 113, 1999, on
 * orders; min-fill is the usual greedy one). Variables in `keep` are not eliminated, nor is one whose message would tie
 * several of them together.
 * @param sizes number of states by variable
 * @param scopes the variables that each factor ties together
 */
export function eliminationOrder(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  keep: ReadonlySet<number> = new Set(),
): readonly EliminationStep[] {
  const neighbours = sizes.map(() => new Set<number>());
  for (const scope of scopes) tie(neighbours, scope);
  const waiting = new Set(sizes.keys());
  for (const kept of keep) waiting.delete(kept);
  const steps: EliminationStep[] = [];
  const ties = (variable: number): number =>
    [...keep].filter((kept) => at(neighbours, variable).has(kept)).length;
  for (;;) {
    const candidates = keep.size === 0 ? waiting : [...waiting].filter((variable) => ties(variable) <= 1);
    const variable = cheapest(candidates, neighbours, sizes);
    if (variable === null) return steps;
    const scope = [...at(neighbours, variable)].sort((a, b) => a - b);
    tie(neighbours, scope);
    for (const neighbour of scope) at(neighbours, neighbour).delete(variable);
    waiting.delete(variable);
    steps.push({ variable, scope });
  }
}

/** Cells of all the tables that the steps build, including the eliminated variables: a bound on the work. */
export function tableCells(sizes: readonly number[], steps: readonly EliminationStep[]): number {
  return steps.reduce((sum, step) => sum + cellsOf(sizes, step), 0);
}

/** The variables of the largest table, ascending. */
export function widest(sizes: readonly number[], steps: readonly EliminationStep[]): readonly number[] {
  const [first] = steps.toSorted((a, b) => cellsOf(sizes, b) - cellsOf(sizes, a));
  return first === undefined ? [] : [...first.scope, first.variable].sort((a, b) => a - b);
}

function cellsOf(sizes: readonly number[], { variable, scope }: EliminationStep): number {
  return scope.reduce((product, other) => product * at(sizes, other), at(sizes, variable));
}

type Neighbours = readonly Set<number>[];

function tie(neighbours: Neighbours, scope: readonly number[]): void {
  for (const a of scope) for (const b of scope) if (a !== b) at(neighbours, a).add(b);
}

function cheapest(
  waiting: Iterable<number>,
  neighbours: Neighbours,
  sizes: readonly number[],
): number | null {
  let best: number | null = null;
  let bestFill = Number.POSITIVE_INFINITY;
  let bestCells = Number.POSITIVE_INFINITY;
  for (const variable of waiting) {
    const around = [...at(neighbours, variable)];
    const fill = missingTies(around, neighbours, bestFill);
    if (fill > bestFill) continue;
    const cells = around.reduce((product, other) => product * at(sizes, other), 1);
    if (fill === bestFill && cells >= bestCells) continue;
    [best, bestFill, bestCells] = [variable, fill, cells];
  }
  return best;
}

/** Pairs of neighbours that are not tied yet; counting stops beyond `enough`. */
function missingTies(around: readonly number[], neighbours: Neighbours, enough: number): number {
  let missing = 0;
  for (const [i, variable] of around.entries()) {
    if (missing > enough) break;
    const ties = at(neighbours, variable);
    for (const other of around.slice(i + 1)) if (!ties.has(other)) missing += 1;
  }
  return missing;
}
