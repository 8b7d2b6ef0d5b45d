import { at } from "../model/at.js";
import { leastTotal } from "../score/verdict-of.js";
import { assignCell, cellCount, cellIndex, cellLimit, OutOfReach } from "./cells.js";
import { Circuit } from "./circuit.js";
import { type EliminationStep, eliminationOrder, tableCells, widest } from "./elimination-order.js";
import type { Factor } from "./factor.js";
import type { OpenSpace } from "./open-space.js";
import {
  addRanges,
  addTallies,
  type Distribution,
  noRange,
  noTally,
  type Range,
  subtractRange,
  type Tally,
} from "./tally.js";
import { type Collector, type Remaining, TallyCollector } from "./tally-collector.js";

/** A function of a few open variables whose values are distributions; null if nothing is possible. Cells as in `Factor`. */
export interface Table {
  readonly scope: readonly number[];
  readonly cells: readonly (Distribution | null)[];
  readonly range: Range;
}

export interface Elimination {
  readonly circuit: Circuit;
  /** Tables over the variables not eliminated; of one cell each if all are. */
  readonly tables: readonly Table[];
  /** What remains to be added for a part of the evidence that has this range. */
  readonly remainingFor: (range: Range) => Remaining;
}

/** A limit on the tallies that are processed; at some 10 bytes each they stay below 300 MB. */
const workLimit = 2e7;

export interface Options {
  /** Positions of variables to keep; variables that tie several of these together are kept as well. */
  readonly keep?: ReadonlySet<number>;
  readonly collectorWithin?: (within: Remaining) => Collector;
  /** Whether gates are kept; needed to repeat, differentiate or trace the calculation. */
  readonly recorded?: boolean;
  /** Roughly the most tallies to process. */
  readonly most?: number;
}

/**
 * Bucket elimination (Dechter 1999): variables are summed out one by one, each from the factors and messages that name
 * it, so that the work grows with the largest table, not with the number of completions. Variables of
 * questions that are not tied together never meet in a table; their distributions are only added up at the end.
 * @throws OutOfReach beyond `cellLimit`, before any of its tables is built, or if distributions grow too long (`most`)
 */
export function eliminate(space: OpenSpace, options: Options = {}): Elimination {
  const {
    keep = new Set(),
    collectorWithin = (within) => new TallyCollector(within),
    recorded = true,
    most = workLimit,
  } = options;
  const sizes = space.variables.map(({ states }) => states.length);
  const scopes = space.factors.map(({ scope }) => scope);
  const steps = eliminationOrder(sizes, scopes, keep);
  const cells = tableCells(sizes, steps);
  if (cells > cellLimit) throw new OutOfReach(space.variables, widest(sizes, steps), cells);
  const remainingFor = remaining(space);
  const circuit = new Circuit(collectorWithin, remainingFor(noRange), recorded);
  const elimination = { space, circuit, remainingFor, most };
  let factors = space.factors;
  let tables: readonly Table[] = [];
  for (const step of steps) {
    const names = ({ scope }: { readonly scope: readonly number[] }): boolean =>
      scope.includes(step.variable);
    const message = sumOut(elimination, step, factors.filter(names), tables.filter(names));
    factors = factors.filter((factor) => !names(factor));
    tables = [...tables.filter((table) => !names(table)), message];
  }
  return {
    circuit,
    tables: [...tables, ...factors.map((factor) => tableOf(elimination, factor))],
    remainingFor,
  };
}

/** The distribution over all completions. */
export function distributionOver(elimination: Elimination): Distribution | null {
  return multiply(elimination, elimination.tables, () => 0);
}

/**
 * Multiplies one cell of each table; null if one of them is null. It begins with the largest distribution, so
 * that no two large ones meet, and takes the others from small to large.
 */
export function multiply(
  { circuit, remainingFor }: Pick<Elimination, "circuit" | "remainingFor">,
  tables: readonly Table[],
  cellOf: (table: Table) => number,
): Distribution | null {
  const factors: { readonly distribution: Distribution; readonly range: Range }[] = [];
  for (const table of tables) {
    const distribution = at(table.cells, cellOf(table));
    if (distribution === null) return null;
    if (tables.length === 1) return distribution;
    factors.push({ distribution, range: table.range });
  }
  factors.sort((a, b) => a.distribution.tallies.length - b.distribution.tallies.length);
  const largest = factors.pop();
  if (largest === undefined) return circuit.unit;
  let { distribution: product, range } = largest;
  for (const factor of factors) {
    range = addRanges(range, factor.range);
    product = circuit.product(product, factor.distribution, remainingFor(range));
  }
  return product;
}

interface Running extends Pick<Elimination, "circuit" | "remainingFor"> {
  readonly space: OpenSpace;
  readonly most: number;
}

function remaining(space: OpenSpace): (range: Range) => Remaining {
  const { need, bound, total, vetoes } = space.base;
  const base = { needLow: need, needHigh: need, boundLow: bound, boundHigh: bound, oneSided: 0 };
  const whole = space.factors.reduce((sum, { range }) => addRanges(sum, range), base);
  const enough = Math.max(leastTotal(space.forms) - total, 0);
  return (own) => ({ own, rest: subtractRange(whole, own), enough, vetoes });
}

function sumOut(
  running: Running,
  step: EliminationStep,
  factors: readonly Factor[],
  tables: readonly Table[],
): Table {
  const { variables } = running.space;
  const range = [...factors, ...tables].reduce((sum, part) => addRanges(sum, part.range), noRange);
  const within = running.remainingFor(range);
  const assignment: number[] = [];
  const states = at(variables, step.variable).states;
  const cells = Array.from({ length: cellCount(step.scope, variables) }, (_, cell) => {
    if (running.circuit.work > running.most)
      throw new OutOfReach(variables, [...step.scope, step.variable], running.circuit.work);
    assignCell(step.scope, variables, cell, assignment);
    const terms: { state: number; input: Distribution; shift: Tally }[] = [];
    for (const state of states.keys()) {
      assignment[step.variable] = state;
      const shift = sumFactors(running.space, factors, assignment);
      if (shift === null) continue;
      const input = multiply(running, tables, ({ scope }) => cellIndex(scope, variables, assignment));
      if (input !== null) terms.push({ state, input, shift });
    }
    return terms.length === 0 ? null : running.circuit.mix(step.variable, terms, within);
  });
  return { scope: step.scope, cells, range };
}

function sumFactors(
  space: OpenSpace,
  factors: readonly Factor[],
  assignment: readonly number[],
): Tally | null {
  let sum = noTally;
  for (const { scope, cells } of factors) {
    const cell = at(cells, cellIndex(scope, space.variables, assignment));
    if (cell === null) return null;
    sum = addTallies(sum, cell);
  }
  return sum;
}

function tableOf({ circuit, remainingFor }: Running, { scope, cells, range }: Factor): Table {
  const within = remainingFor(range);
  return {
    scope,
    cells: cells.map((tally) => (tally === null ? null : circuit.single(tally, within))),
    range,
  };
}
