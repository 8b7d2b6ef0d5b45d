import { at } from "../model/at.js";
import { tabulateWithin } from "./budget.js";
import type { Remaining } from "./canonical-form.js";
import { cellIndex } from "./cells.js";
import type { Circuit } from "./circuit.js";
import type { Distribution } from "./distribution.js";
import type { EliminationStep } from "./elimination-order.js";
import { type Factor, factorsOf } from "./factor.js";
import type { Leaf } from "./leaf.js";
import type { ConcernPlan } from "./plan.js";
import { statesIn } from "./space.js";
import { addRanges, addTallies, noRange, noTally, type Range, subtractRange, type Tally } from "./tally.js";
import { componentsOf, type Ways } from "./ways.js";

/** A function of a few variables whose values are ways; null if an assignment is ruled out. Cells as in `Factor`. */
export interface WaysTable {
  readonly scope: readonly number[];
  readonly cells: readonly (Ways | null)[];
}

/** The same with distributions as values. */
interface Table {
  readonly scope: readonly number[];
  readonly cells: readonly (Distribution | null)[];
  readonly range: Range;
}

/** One concern of a leaf while its variables are summed out. */
interface Running {
  readonly leaf: Leaf;
  readonly circuit: Circuit;
  /** What remains to be added for a part of the rules that has this range. */
  readonly remainingFor: (range: Range) => Remaining;
  /** One way, nothing fired. */
  readonly unit: Part;
}

/** A distribution and how far its part of the rules can move the sums. */
interface Part {
  readonly distribution: Distribution;
  readonly range: Range;
}

/**
 * Counts the ways of one concern by the shared variables. Its private variables are summed out one by one, each from the
 * factors and messages that name it (bucket elimination, Dechter 1999), so that the work grows with the largest table,
 * not with the number of assignments. Then, for each cell of the shared variables, the distributions that are left
 * are multiplied, and their tallies read as ways.
 */
export function closeConcern(leaf: Leaf, circuit: Circuit, concern: number, plan: ConcernPlan): WaysTable {
  const base = at(leaf.space.base, concern);
  let factors = factorsOf(leaf, concern);
  if (factors.length === 0) return { scope: [], cells: [circuit.constant(componentsOf(base))] };
  const running = runningOver(leaf, circuit, base, factors);
  let tables: readonly Table[] = [];
  for (const step of plan.steps) {
    const names = ({ scope }: { readonly scope: readonly number[] }): boolean =>
      scope.includes(step.variable);
    const message = sumOut(running, step, factors.filter(names), tables.filter(names));
    factors = factors.filter((factor) => !names(factor));
    tables = [...tables.filter((table) => !names(table)), message];
  }
  const components = (tally: Tally): number => componentsOf(addTallies(tally, base));
  const constant = constants(running, factors);
  const order = byLength(tables);
  const cells = tabulateWithin(circuit.budget, leaf, plan.scope, (assignment): Ways | null => {
    const start = constant(assignment);
    const distribution = start === null ? null : multiplied(running, order, assignment, start);
    return distribution === null ? null : circuit.close(distribution, components);
  });
  return { scope: plan.scope, cells };
}

function runningOver(leaf: Leaf, circuit: Circuit, base: Tally, factors: readonly Factor[]): Running {
  const { need, place, flags } = base;
  const fixed = { ...noRange, needLow: need, needHigh: need, placeLow: place, placeHigh: place };
  const whole = factors.reduce((sum, { range }) => addRanges(sum, range), fixed);
  const remainingFor = (own: Range): Remaining => ({ own, rest: subtractRange(whole, own), flags });
  const unit = { distribution: circuit.single(noTally, remainingFor(noRange)), range: noRange };
  return { leaf, circuit, remainingFor, unit };
}

/** What the factors that are left add in one cell; the same tally is the same distribution. */
function constants(
  { leaf, circuit, remainingFor, unit }: Running,
  factors: readonly Factor[],
): (assignment: readonly number[]) => Part | null {
  if (factors.length === 0) return () => unit;
  const range = factors.reduce((sum, factor) => addRanges(sum, factor.range), noRange);
  const within = remainingFor(range);
  const known = new Map<string, Part>();
  return (assignment) => {
    const tally = sumFactors(leaf, factors, assignment);
    if (tally === null) return null;
    const key = `${tally.need} ${tally.place} ${tally.flags}`;
    const part = known.get(key) ?? { distribution: circuit.single(tally, within), range };
    known.set(key, part);
    return part;
  };
}

function sumOut(
  running: Running,
  step: EliminationStep,
  factors: readonly Factor[],
  tables: readonly Table[],
): Table {
  const { leaf, circuit } = running;
  const range = [...factors, ...tables].reduce((sum, part) => addRanges(sum, part.range), noRange);
  const within = running.remainingFor(range);
  const order = byLength(tables);
  const classes = at(leaf.variables, step.variable).states;
  const cells = tabulateWithin(circuit.budget, leaf, step.scope, (assignment): Distribution | null => {
    const terms = [];
    for (const [index, states] of classes.entries()) {
      assignment[step.variable] = index;
      const shift = sumFactors(leaf, factors, assignment);
      if (shift === null) continue;
      const input = multiplied(running, order, assignment);
      if (input !== null) terms.push({ class: index, weight: statesIn(states), input, shift });
    }
    return terms.length === 0 ? null : circuit.mix(step.variable, terms, within);
  });
  return { scope: step.scope, cells, range };
}

/** The smaller distributions are multiplied first, so that no two large ones meet before the end. */
function byLength(tables: readonly Table[]): readonly Table[] {
  const length = ({ cells }: Table): number =>
    cells.reduce((sum, cell) => sum + (cell?.counts.length ?? 0), 0) / cells.length;
  return tables.toSorted((a, b) => length(a) - length(b));
}

/** Multiplies one cell of each table, from `start` on; null if one of them is null. */
function multiplied(
  { leaf, circuit, remainingFor, unit }: Running,
  tables: readonly Table[],
  assignment: readonly number[],
  start: Part = unit,
): Distribution | null {
  let { distribution: product, range } = start;
  for (const table of tables) {
    const cell = at(table.cells, cellIndex(table.scope, leaf.variables, assignment));
    if (cell === null) return null;
    range = addRanges(range, table.range);
    product = product === unit.distribution ? cell : circuit.product(product, cell, remainingFor(range));
  }
  return product;
}

function sumFactors(leaf: Leaf, factors: readonly Factor[], assignment: readonly number[]): Tally | null {
  let sum = noTally;
  for (const { scope, cells } of factors) {
    const cell = at(cells, cellIndex(scope, leaf.variables, assignment));
    if (cell === null) return null;
    sum = addTallies(sum, cell);
  }
  return sum;
}
