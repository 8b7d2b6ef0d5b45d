import { eliminationOrder } from "../../count/elimination-order.js";
import { at } from "../../model/at.js";
import type { Setting } from "./reachable-values.js";

/**
 * The order in which to eliminate some variables from tables over these scopes; the others stay.
 * @throws OutOfReach if the tables of all steps, and the one over what is left, have more cells than there is work left
 */
export function eliminationPlan(
  { variables, work }: Setting,
  scopes: readonly (readonly number[])[],
  eliminated: readonly number[],
): readonly number[] {
  const own = new Set(eliminated);
  const inner = scopes.map((scope) => scope.filter((position) => own.has(position)));
  const sizes = variables.map(({ states }) => states.length);
  const order = eliminationOrder(sizes, inner)
    .map(({ variable }) => variable)
    .filter((position) => own.has(position));
  const tables = tablesOf(scopes, order).map((scope) => ({
    scope,
    cells: scope.reduce((product, position) => product * at(sizes, position), 1),
  }));
  const largest = tables.reduce((a, b) => (b.cells > a.cells ? b : a));
  const cells = tables.reduce((sum, table) => sum + table.cells, 0);
  work.require(cells, variables, largest.scope);
  return order;
}

/** The scope of the table that each step goes through, and of the one that is left. */
function tablesOf(
  scopes: readonly (readonly number[])[],
  order: readonly number[],
): readonly (readonly number[])[] {
  let tables = distinct(scopes);
  const built = order.map((variable) => {
    const joined = union(tables.filter((table) => table.has(variable)));
    tables = tables.filter((table) => !table.has(variable));
    tables.push(new Set([...joined].filter((position) => position !== variable)));
    return [...joined];
  });
  return [...built, [...union(tables)]];
}

function distinct(scopes: readonly (readonly number[])[]): ReadonlySet<number>[] {
  return [...new Map(scopes.map((scope) => [scope.join(), new Set(scope)])).values()];
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...set]));
}
