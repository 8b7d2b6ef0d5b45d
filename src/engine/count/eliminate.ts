import { assignCell, cellCount, cellIndex, cellLimit } from "./cells.js";
import { Circuit } from "./circuit.js";
import type { Distribution } from "./distribution.js";
import { type EliminationStep, eliminationOrder, tableCells, widest } from "./elimination-order.js";
import type { Factor } from "./factor.js";
import type { OpenSpace } from "./open-space.js";
import { OutOfReach } from "./out-of-reach.js";
import { addRanges, noRange, type Range, subtractRange } from "./range.js";
import { leastTotal } from "./signals.js";
import { addTallies, noTally, type Tally } from "./tally.js";
import { type Collector, type Surroundings, TallyCollector } from "./tally-collector.js";

/** A function of a few open variables whose values are distributions; null where nothing is possible. Cells as in `Factor`. */
export interface Table {
  readonly scope: readonly number[];
  readonly cells: readonly (Distribution | null)[];
  readonly range: Range;
}

export interface Elimination {
  readonly circuit: Circuit;
  /** What is left over the variables not eliminated; where all are, tables of one cell. */
  readonly tables: readonly Table[];
  /** The surroundings of a part of the evidence that has this range. */
  readonly around: (range: Range) => Surroundings;
}

/** More tallies than this are not gone through; at some 10 bytes each they stay below 300 MB. */
const workLimit = 2e7;

export interface Options {
  /** Positions of variables that stay, and with them those that tie several of these together. */
  readonly keep?: ReadonlySet<number>;
  readonly collectorWithin?: (within: Surroundings) => Collector;
  /** Whether gates are kept; needed to repeat, differentiate or trace the calculation. */
  readonly recorded?: boolean;
  /** Tallies to go through at most, or few more. */
  readonly most?: number;
}

/**
 * Bucket elimination (Dechter 1999): variables are summed out one by one, each from the factors and messages that name
 * it, so that the work grows with the largest table and never with the number of completions. Where questions are
 * not tied together their variables never meet in a table, and their distributions are only added up at the end.
 * @throws OutOfReach beyond `cellLimit`, before any of its tables is built, or where distributions grow too long (`most`)
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
  const around = surroundings(space);
  const circuit = new Circuit(collectorWithin, around(noRange), recorded);
  const elimination = { space, circuit, around, most };
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
    around,
  };
}

/** The distribution over all completions. */
export function distributionOver(elimination: Elimination): Distribution | null {
  return multiply(elimination, elimination.tables, () => 0);
}

/**
 * Multiplies one cell of each table; null where one of them holds nothing. It begins with the largest distribution, so
 * that no two large ones meet, and takes the others from small to large.
 */
export function multiply(
  { circuit, around }: Pick<Elimination, "circuit" | "around">,
  tables: readonly Table[],
  cellOf: (table: Table) => number,
): Distribution | null {
  const factors: { readonly distribution: Distribution; readonly range: Range }[] = [];
  for (const table of tables) {
    const distribution = table.cells[cellOf(table)] ?? null;
    if (distribution === null) return null;
    if (tables.length === 1) return distribution;
    factors.push({ distribution, range: table.range });
  }
  factors.sort((a, b) => a.distribution.counts.length - b.distribution.counts.length);
  const largest = factors.pop();
  if (largest !== undefined) factors.unshift(largest);
  let product = factors[0]?.distribution ?? circuit.unit;
  let range = factors[0]?.range ?? noRange;
  for (const factor of factors.slice(1)) {
    range = addRanges(range, factor.range);
    product = circuit.product(product, factor.distribution, around(range));
  }
  return product;
}

interface Running extends Pick<Elimination, "circuit" | "around"> {
  readonly space: OpenSpace;
  readonly most: number;
}

function surroundings(space: OpenSpace): (range: Range) => Surroundings {
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
  const within = running.around(range);
  const assignment: number[] = [];
  const states = variables[step.variable]?.states.length ?? 0;
  const cells = Array.from({ length: cellCount(step.scope, variables) }, (_, cell) => {
    if (running.circuit.work > running.most)
      throw new OutOfReach(variables, [...step.scope, step.variable], running.circuit.work);
    assignCell(step.scope, variables, cell, assignment);
    const terms: { state: number; input: Distribution; shift: Tally }[] = [];
    for (let state = 0; state < states; state += 1) {
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
    const cell = cells[cellIndex(scope, space.variables, assignment)] ?? null;
    if (cell === null) return null;
    sum = addTallies(sum, cell);
  }
  return sum;
}

function tableOf({ circuit, around }: Running, { scope, cells, range }: Factor): Table {
  const within = around(range);
  return {
    scope,
    cells: cells.map((tally) => (tally === null ? null : circuit.single(tally, within))),
    range,
  };
}
