import { assignCell, cellCount, cellIndex } from "../../count/cells.js";
import { at } from "../../model/at.js";
import type { Variable } from "../../model/compiled-condition.js";
import type { ValueSets } from "./value-sets.js";
import type { Work } from "./work.js";

/** Values (whole numbers) that add up, and ranges that say how far a part of a sum can go. */
export interface Algebra<Range> {
  readonly nothing: number;
  readonly noRange: Range;
  join(a: Range, b: Range): Range;
  without(whole: Range, part: Range): Range;
  /** Adds two values, in a form that is as good as their sum whatever `rest` still adds. */
  adder(rest: Range): Adder;
}

type Adder = (a: number, b: number) => number;

/** For each cell the name of the set of values that can be reached there; cells are in the order of `cells.ts`. */
export interface ValueTable<Range> {
  /** Positions of variables, ascending. */
  readonly scope: readonly number[];
  readonly cells: readonly number[];
  readonly range: Range;
}

/** The tables that name a variable, added up and with the variable eliminated. */
interface Message<Range> extends ValueTable<Range> {
  readonly variable: number;
  readonly parts: readonly ValueTable<Range>[];
}

/** What searches of one space share. */
export interface Setting {
  readonly variables: readonly Variable[];
  readonly sets: ValueSets;
  readonly work: Work;
}

/**
 * The values that a sum of tables can reach, by bucket elimination (Dechter 1999) over sets: a value that is reached in
 * many ways is kept once.
 */
export class ReachableValues<Range> {
  readonly #setting: Setting;
  readonly #algebra: Algebra<Range>;
  readonly #whole: Range;
  readonly #messages = new Map<ValueTable<Range>, Message<Range>>();
  #tables: readonly ValueTable<Range>[];

  constructor(setting: Setting, algebra: Algebra<Range>, tables: readonly ValueTable<Range>[]) {
    this.#setting = setting;
    this.#algebra = algebra;
    this.#tables = tables;
    this.#whole = this.#joined(tables);
  }

  /** The variables that the remaining tables name, ascending. */
  get scope(): readonly number[] {
    return scopeOf(this.#tables);
  }

  /** @throws OutOfReach beyond the limit of work */
  eliminate(variable: number): void {
    const { variables, sets, work } = this.#setting;
    const parts = this.#tables.filter(({ scope }) => scope.includes(variable));
    if (parts.length === 0) return;
    const scope = scopeOf(parts).filter((other) => other !== variable);
    const states = [...at(variables, variable).states.keys()];
    const cost = states.length * parts.length;
    work.spend(cellCount(scope, variables) * cost, variables, [...scope, variable]);
    const adders = this.#adders(parts);
    const known = new Map<string, number>();
    const assignment: number[] = [];
    const cells = Array.from({ length: cellCount(scope, variables) }, (_, cell) => {
      assignCell(scope, variables, cell, assignment);
      const terms = states.map((state) => {
        assignment[variable] = state;
        return this.#namesAt(parts, assignment);
      });
      const key = terms.map((names) => names.join()).join(" ");
      const found =
        known.get(key) ?? sets.named(new Set(terms.flatMap((names) => [...this.#sums(names, adders)])));
      known.set(key, found);
      return found;
    });
    const message = { scope, cells, range: this.#joined(parts), variable, parts };
    this.#messages.set(message, message);
    this.#tables = [...this.#tables.filter((table) => !parts.includes(table)), message];
  }

  /**
   * The values that the remaining tables reach together, by cell of their scope, each mapped; equal ones mapped once.
   */
  tabulate<Result>(map: (values: ReadonlySet<number>) => Result): readonly Result[] {
    const { variables, work } = this.#setting;
    const scope = this.scope;
    const count = cellCount(scope, variables);
    work.spend(count * (1 + this.#tables.length), variables, scope);
    const adders = this.#adders(this.#tables);
    const known = new Map<string, { readonly result: Result }>();
    const assignment: number[] = [];
    return Array.from({ length: count }, (_, cell) => {
      assignCell(scope, variables, cell, assignment);
      const names = this.#namesAt(this.#tables, assignment);
      const key = names.join();
      const found = known.get(key) ?? { result: map(this.#sums(names, adders)) };
      known.set(key, found);
      return found.result;
    });
  }

  /** The values under an assignment of the variables that are left. */
  valuesAt(assignment: readonly number[]): ReadonlySet<number> {
    return this.#sums(this.#namesAt(this.#tables, assignment), this.#adders(this.#tables));
  }

  /**
   * Completes `assignment` so that the tables add up to a value that they reach.
   * @returns the value of each table that the sum began with
   */
  trace(value: number, assignment: number[]): ReadonlyMap<ValueTable<Range>, number> {
    const found = new Map<ValueTable<Range>, number>();
    const follow = (parts: readonly ValueTable<Range>[], sum: number): boolean => {
      const values = this.#split(parts, sum, assignment);
      if (values === null) return false;
      for (const [index, part] of parts.entries()) descend(part, at(values, index));
      return true;
    };
    const descend = (table: ValueTable<Range>, sum: number): void => {
      const message = this.#messages.get(table);
      if (message === undefined) {
        found.set(table, sum);
        return;
      }
      for (const state of at(this.#setting.variables, message.variable).states.keys()) {
        assignment[message.variable] = state;
        if (follow(message.parts, sum)) return;
      }
      throw new Error("a reached value without a way to it");
    };
    follow(this.#tables, value);
    return found;
  }

  #joined(tables: readonly ValueTable<Range>[]): Range {
    return tables.reduce((sum, { range }) => this.#algebra.join(sum, range), this.#algebra.noRange);
  }

  #namesAt(tables: readonly ValueTable<Range>[], assignment: readonly number[]): readonly number[] {
    return tables.map(({ scope, cells }) => at(cells, cellIndex(scope, this.#setting.variables, assignment)));
  }

  /** For each table, how its values are added to those of the ones before it. */
  #adders(tables: readonly ValueTable<Range>[]): readonly Adder[] {
    let rest = this.#whole;
    return tables.map(({ range }) => {
      rest = this.#algebra.without(rest, range);
      return this.#algebra.adder(rest);
    });
  }

  #sums(names: readonly number[], adders: readonly Adder[]): ReadonlySet<number> {
    const { sets, work, variables } = this.#setting;
    let sums = new Set([this.#algebra.nothing]);
    for (const [index, name] of names.entries()) {
      const values = sets.valuesOf(name);
      const add = at(adders, index);
      const next = new Set<number>();
      work.spend(sums.size * values.length, variables, this.scope);
      for (const sum of sums) for (const value of values) next.add(add(sum, value));
      sums = next;
    }
    return sums;
  }

  /** A value of each table, such that they add up to `sum`; null if there are none. */
  #split(
    tables: readonly ValueTable<Range>[],
    sum: number,
    assignment: readonly number[],
  ): readonly number[] | null {
    const names = this.#namesAt(tables, assignment);
    const adders = this.#adders(tables);
    const failed = tables.map(() => new Set<number>());
    const ways = (reached: number, index: number): readonly number[] | null => {
      if (index === tables.length) return reached === sum ? [] : null;
      if (at(failed, index).has(reached)) return null;
      for (const value of this.#setting.sets.valuesOf(at(names, index))) {
        const rest = ways(at(adders, index)(reached, value), index + 1);
        if (rest !== null) return [value, ...rest];
      }
      at(failed, index).add(reached);
      return null;
    };
    return ways(this.#algebra.nothing, 0);
  }
}

function scopeOf(tables: readonly ValueTable<unknown>[]): readonly number[] {
  return [...new Set(tables.flatMap(({ scope }) => scope))].sort((a, b) => a - b);
}
