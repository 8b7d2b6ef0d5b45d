import { at } from "../model/at.js";
import { tabulateWithin } from "./budget.js";
import { cellIndex } from "./cells.js";
import type { Circuit, SumTerm } from "./circuit.js";
import type { WaysTable } from "./close-concern.js";
import type { EliminationStep } from "./elimination-order.js";
import { allowedCells, scopeOf } from "./factor.js";
import type { Leaf } from "./leaf.js";
import { statesIn } from "./space.js";
import { allComponents, type Ways } from "./ways.js";

/**
 * Multiplies the ways of the concerns and sums out the variables that they share, step by step.
 * @param kept the scope of the result: variables that no step sums out
 * @returns null where nothing is possible
 */
export function combineConcerns(
  leaf: Leaf,
  circuit: Circuit,
  closed: readonly WaysTable[],
  steps: readonly EliminationStep[],
  kept: readonly number[],
): readonly (Ways | null)[] {
  let tables = [...closed, ...constraintsOf(leaf, circuit)];
  for (const { variable, scope } of steps) {
    const named = tables.filter((table) => table.scope.includes(variable));
    const message = { scope, cells: sumOut(leaf, circuit, variable, scope, named) };
    tables = [...tables.filter((table) => !named.includes(table)), message];
  }
  return tabulateWithin(circuit.budget, leaf, kept, (assignment) =>
    multiplied(leaf, circuit, tables, assignment),
  );
}

/** What is ruled out across concerns. */
function constraintsOf(leaf: Leaf, circuit: Circuit): readonly WaysTable[] {
  const unit = circuit.constant(allComponents);
  return leaf.across.map((term) => ({
    scope: scopeOf([term]),
    cells: allowedCells(leaf, [term]).map((allowed) => (allowed ? unit : null)),
  }));
}

function sumOut(
  leaf: Leaf,
  circuit: Circuit,
  variable: number,
  scope: readonly number[],
  tables: readonly WaysTable[],
): readonly (Ways | null)[] {
  const classes = at(leaf.variables, variable).states;
  return tabulateWithin(circuit.budget, leaf, scope, (assignment) => {
    const terms: SumTerm[] = [];
    for (const [index, states] of classes.entries()) {
      assignment[variable] = index;
      const input = multiplied(leaf, circuit, tables, assignment);
      if (input !== null) terms.push({ class: index, weight: statesIn(states), input });
    }
    return terms.length === 0 ? null : circuit.sum(variable, terms);
  });
}

function multiplied(
  leaf: Leaf,
  circuit: Circuit,
  tables: readonly WaysTable[],
  assignment: readonly number[],
): Ways | null {
  let product: Ways | null = null;
  for (const { scope, cells } of tables) {
    const cell = at(cells, cellIndex(scope, leaf.variables, assignment));
    if (cell === null) return null;
    product = product === null ? cell : circuit.times(product, cell);
  }
  return product ?? circuit.constant(allComponents);
}
