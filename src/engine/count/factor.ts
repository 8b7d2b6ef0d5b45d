import type { Box, CompiledCondition, Literal } from "../model/compiled-pack.js";
import { endOfBox } from "../model/condition-code.js";
import type { Possible } from "../model/profile.js";
import { cellCount, cellLimit, type OpenVariable, tabulate } from "./cells.js";
import { OutOfReach } from "./out-of-reach.js";
import { addRanges, noRange, type Range } from "./range.js";
import { addTallies, noTally, type Tally } from "./tally.js";

/**
 * A function of a few open variables: what rules and vetoes over just these add, or null where the assignment is ruled
 * out. For the order of cells see `cells.ts`.
 */
export interface Factor {
  /** Positions of open variables, ascending. */
  readonly scope: readonly number[];
  readonly cells: readonly (Tally | null)[];
  readonly range: Range;
}

/**
 * The boxes of a condition that the answers so far leave, with literals of open variables only.
 * @param position of an open variable among the open ones
 */
export function openBoxes(
  condition: CompiledCondition,
  possible: Possible,
  position: (variable: number) => number | undefined,
): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0, end = 0; at < condition.length; at = end) {
    end = endOfBox(condition, at);
    const literals: Literal[] = [];
    let meets = true;
    for (let literal = at + 1; meets && literal < end; literal += 2) {
      const variable = condition[literal] ?? -1;
      const mask = condition[literal + 1] ?? 0;
      const open = position(variable);
      meets = ((possible[variable] ?? 0) & mask) !== 0;
      if (meets && open !== undefined) literals.push({ variable: open, mask });
    }
    if (meets) boxes.push(literals);
  }
  return boxes;
}

/**
 * Adds the tally wherever one of the boxes holds.
 * @throws OutOfReach where the table would be too large
 */
export function tallyFactor(boxes: readonly Box[], variables: readonly OpenVariable[], tally: Tally): Factor {
  const scope = scopeOf(boxes);
  const cells = factorCells(scope, variables, (assignment) => (inSome(boxes, assignment) ? tally : noTally));
  return { scope, cells, range: rangeOf(tally) };
}

/**
 * Rules out what is not allowed, and adds nothing.
 * @throws OutOfReach where the table would be too large
 */
export function constraint(
  among: readonly number[],
  variables: readonly OpenVariable[],
  allowed: (assignment: readonly number[]) => boolean,
): Factor {
  const scope = ascending(among);
  const cells = factorCells(scope, variables, (assignment) => (allowed(assignment) ? noTally : null));
  return { scope, cells, range: noRange };
}

/** A factor of more than `cellLimit` cells has no use: elimination would need a table over at least as many. */
function factorCells(
  scope: readonly number[],
  variables: readonly OpenVariable[],
  cellOf: (assignment: readonly number[]) => Tally | null,
): readonly (Tally | null)[] {
  const cells = cellCount(scope, variables);
  if (cells > cellLimit) throw new OutOfReach(variables, scope, cells);
  return tabulate(scope, variables, cellOf);
}

/** The variables that boxes bind, ascending. */
export function scopeOf(boxes: readonly Box[]): readonly number[] {
  return ascending(boxes.flatMap((box) => box.map(({ variable }) => variable)));
}

export function inSome(boxes: readonly Box[], assignment: readonly number[]): boolean {
  return boxes.some((box) => box.every(({ variable, mask }) => hasState(mask, assignment[variable])));
}

export function hasState(mask: number, state: number | undefined): boolean {
  return (mask & (1 << (state ?? 0))) !== 0;
}

/** Factors over the same variables add up to one. */
export function mergeByScope(factors: readonly Factor[]): readonly Factor[] {
  const merged = new Map<string, Factor>();
  for (const factor of factors) {
    const key = factor.scope.join();
    const known = merged.get(key);
    merged.set(key, known === undefined ? factor : addFactors(known, factor));
  }
  return [...merged.values()];
}

function addFactors(a: Factor, b: Factor): Factor {
  const cells = a.cells.map((cell, index) => {
    const other = b.cells[index] ?? null;
    return cell === null || other === null ? null : addTallies(cell, other);
  });
  return { scope: a.scope, cells, range: addRanges(a.range, b.range) };
}

/** How far firing or not moves the signals. */
export function rangeOf({ need, bound }: Tally): Range {
  return {
    needLow: Math.min(need, 0),
    needHigh: Math.max(need, 0),
    boundLow: Math.min(bound, 0),
    boundHigh: Math.max(bound, 0),
    oneSided: 0,
  };
}

function ascending(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}
