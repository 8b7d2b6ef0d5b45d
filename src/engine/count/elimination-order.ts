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
 * orders; min-fill is the usual greedy one).
 * @param sizes number of values by variable
 * @param scopes the variables that each factor ties together
 * @param eliminated the variables to sum out; the others stay
 */
export function eliminationOrder(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  eliminated: Iterable<number> = sizes.keys(),
): readonly EliminationStep[] {
  const neighbours = new Map<number, Set<number>>();
  for (const scope of scopes) tie(neighbours, scope);
  const waiting = new Set(eliminated);
  const steps: EliminationStep[] = [];
  while (waiting.size > 0) {
    const variable = cheapest(waiting, neighbours, sizes);
    const scope = [...around(neighbours, variable)].sort((a, b) => a - b);
    tie(neighbours, scope);
    for (const neighbour of scope) around(neighbours, neighbour).delete(variable);
    waiting.delete(variable);
    steps.push({ variable, scope });
  }
  return steps;
}

type Neighbours = Map<number, Set<number>>;

function around(neighbours: Neighbours, variable: number): Set<number> {
  const found = neighbours.get(variable) ?? new Set<number>();
  neighbours.set(variable, found);
  return found;
}

function tie(neighbours: Neighbours, scope: readonly number[]): void {
  for (const a of scope) {
    const tied = around(neighbours, a);
    for (const b of scope) if (a !== b) tied.add(b);
  }
}

function cheapest(waiting: Iterable<number>, neighbours: Neighbours, sizes: readonly number[]): number {
  let best = -1;
  let bestFill = Number.POSITIVE_INFINITY;
  let bestCells = Number.POSITIVE_INFINITY;
  for (const variable of waiting) {
    const scope = [...around(neighbours, variable)];
    const fill = missingTies(scope, neighbours, bestFill);
    if (fill > bestFill) continue;
    const cells = scope.reduce((product, other) => product * at(sizes, other), 1);
    if (best >= 0 && fill === bestFill && cells >= bestCells) continue;
    [best, bestFill, bestCells] = [variable, fill, cells];
  }
  return best;
}

/** Pairs of neighbours that are not tied yet; counting stops beyond `enough`. */
function missingTies(scope: readonly number[], neighbours: Neighbours, enough: number): number {
  let missing = 0;
  for (const [index, variable] of scope.entries()) {
    if (missing > enough) break;
    const ties = around(neighbours, variable);
    for (let other = index + 1; other < scope.length; other += 1)
      if (!ties.has(at(scope, other))) missing += 1;
  }
  return missing;
}
