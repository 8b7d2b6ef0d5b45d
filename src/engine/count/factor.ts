import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import { maskOf, type Possible } from "../model/profile.js";
import { cellCount, cellLimit, OutOfReach, tabulate } from "./cells.js";
import { addRanges, addTallies, noRange, noTally, type Range, type Tally } from "./tally.js";

/**
 * A function of a few open variables: what rules and vetoes over just these add, or null if the assignment is ruled
 * out. For the order of cells see `cells.ts`.
 */
export interface Factor {
  /** Positions of open variables, ascending. */
  readonly scope: readonly number[];
  readonly cells: readonly (Tally | null)[];
  readonly range: Range;
}

/** A literal over an open variable, named by its position among the open ones. */
interface OpenLiteral {
  readonly position: number;
  readonly mask: number;
}

/** A conjunction over open variables; empty: it holds in every completion. */
export type OpenTerm = readonly OpenLiteral[];

/**
 * The terms of a condition that the answers so far leave possible, with literals of open variables only.
 * @param positionOf an open variable's position among the open ones
 */
export function openTerms(
  condition: CompiledCondition,
  possible: Possible,
  positionOf: (variable: Variable) => number | undefined,
): readonly OpenTerm[] {
  return condition
    .filter((term) => term.every(({ variable, mask }) => (maskOf(possible, variable) & mask) !== 0))
    .map((term) =>
      term.flatMap(({ variable, mask }) => {
        const position = positionOf(variable);
        return position === undefined ? [] : [{ position, mask }];
      }),
    );
}

/**
 * Adds the tally if one of the terms holds.
 * @throws OutOfReach if the table would be too large
 */
export function tallyFactor(
  terms: readonly OpenTerm[],
  variables: readonly Variable[],
  tally: Tally,
): Factor {
  const scope = scopeOf(terms);
  const cells = factorCells(scope, variables, (assignment) => (inSome(terms, assignment) ? tally : noTally));
  return { scope, cells, range: rangeOf(tally) };
}

/**
 * Rules out what is not allowed, and adds nothing.
 * @throws OutOfReach if the table would be too large
 */
export function constraint(
  among: readonly number[],
  variables: readonly Variable[],
  allowed: (assignment: readonly number[]) => boolean,
): Factor {
  const scope = ascending(among);
  const cells = factorCells(scope, variables, (assignment) => (allowed(assignment) ? noTally : null));
  return { scope, cells, range: noRange };
}

/** A factor of more than `cellLimit` cells is useless: elimination would need a table at least as large. */
function factorCells(
  scope: readonly number[],
  variables: readonly Variable[],
  cellOf: (assignment: readonly number[]) => Tally | null,
): readonly (Tally | null)[] {
  const cells = cellCount(scope, variables);
  if (cells > cellLimit) throw new OutOfReach(variables, scope, cells);
  return tabulate(scope, variables, cellOf);
}

/** The variables that terms name, ascending. */
export function scopeOf(terms: readonly OpenTerm[]): readonly number[] {
  return ascending(terms.flatMap((term) => term.map(({ position }) => position)));
}

export function inSome(terms: readonly OpenTerm[], assignment: readonly number[]): boolean {
  return terms.some((term) => term.every(({ position, mask }) => hasState(mask, at(assignment, position))));
}

export function hasState(mask: number, state: number): boolean {
  return (mask & (1 << state)) !== 0;
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
    const other = at(b.cells, index);
    return cell === null || other === null ? null : addTallies(cell, other);
  });
  return { scope: a.scope, cells, range: addRanges(a.range, b.range) };
}

/** How far an entry can move the margins, whether it fires or not. */
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
