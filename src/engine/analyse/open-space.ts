import type { Box, CompiledCondition, CompiledPack, VerdictForms } from "../model/compiled-pack.js";
import type { Possible, Profile } from "../model/profile.js";
import { addRanges, noRange, type Range } from "./range.js";
import { type Signals, signal, signalsOfEntries } from "./signals.js";

/** What rules and vetoes that fire add up to; `vetoes` is a bit set of `vetoBit`. */
export interface Tally {
  readonly need: number;
  readonly bound: number;
  readonly total: number;
  readonly vetoes: number;
}

export const vetoBit = { stateless: 1, stateful: 2 } as const;

/** A variable that is still open; its states are numbered as in the pack. */
export interface OpenVariable {
  /** Index in `CompiledPack.variables`. */
  readonly variable: number;
  /** Index in `CompiledPack.questions`. */
  readonly question: number;
  readonly states: number;
}

/**
 * A function of a few open variables: what rules and vetoes over just these add, or null where an implication rules the
 * assignment out. Cells are in mixed radix over `scope`, the last variable running fastest.
 */
export interface Factor {
  /** Positions in `OpenSpace.variables`, ascending. */
  readonly scope: readonly number[];
  readonly cells: readonly (Tally | null)[];
  readonly range: Range;
}

/**
 * What a profile leaves open, as a sum of factors. Its points are the *completions*: every question that is not given
 * gets one answer (a question that takes several, one set of options), which is the implied one where one of its
 * implications holds and any of its options where none does.
 */
export interface OpenSpace {
  readonly forms: VerdictForms;
  readonly variables: readonly OpenVariable[];
  /** What fires in every completion. */
  readonly base: Tally;
  readonly factors: readonly Factor[];
}

const nothing: Tally = { need: 0, bound: 0, total: 0, vetoes: 0 };

/** Restricts the pack's rules, vetoes and implications to what the profile leaves open. */
export function openSpaceOf(pack: CompiledPack, profile: Profile): OpenSpace {
  const { possible, standing } = profile;
  const variables = pack.variables
    .filter(({ index }) => isOpen(possible, index))
    .map(
      ({ index, question, states }): OpenVariable => ({ variable: index, question, states: states.length }),
    );
  const position = new Map(variables.map(({ variable }, index) => [variable, index]));
  let base = nothing;
  const factors: Factor[] = [];
  const signals = signalsOfEntries(pack);
  [...pack.rules, ...pack.vetoes].forEach(({ condition }, index) => {
    const tally = tallyOf(signals[index] ?? []);
    const boxes = restrict(condition, possible, position);
    if (boxes.some((box) => box.length === 0)) base = addTallies(base, tally);
    else if (boxes.length > 0) factors.push(ruleFactor(boxes, variables, tally));
  });
  for (const { index, variables: own, implied } of pack.questions) {
    const variable = position.get(own[0] ?? -1);
    if (standing[index] === "given" || variable === undefined) continue;
    for (const { condition, mask } of implied) {
      const boxes = restrict(condition, possible, position);
      if (boxes.length > 0) factors.push(implicationFactor(boxes, variables, variable, mask));
    }
  }
  return { forms: pack.forms, variables, base, factors: mergeByScope(factors) };
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    need: a.need + b.need,
    bound: a.bound + b.bound,
    total: a.total + b.total,
    vetoes: a.vetoes | b.vetoes,
  };
}

/** Sizes of a scope's variables multiplied: how many cells a table over it has. */
export function cellCount(scope: readonly number[], variables: readonly OpenVariable[]): number {
  return scope.reduce((product, variable) => product * (variables[variable]?.states ?? 1), 1);
}

/** Where an assignment (by position, over all open variables) stands among the cells of a scope. */
export function cellIndex(
  scope: readonly number[],
  variables: readonly OpenVariable[],
  assignment: readonly number[],
): number {
  let index = 0;
  for (const variable of scope)
    index = index * (variables[variable]?.states ?? 1) + (assignment[variable] ?? 0);
  return index;
}

/** Writes the assignment of a cell into `assignment`, the inverse of `cellIndex`. */
export function assignCell(
  scope: readonly number[],
  variables: readonly OpenVariable[],
  cell: number,
  assignment: number[],
): void {
  let rest = cell;
  for (let at = scope.length - 1; at >= 0; at -= 1) {
    const variable = scope[at] ?? 0;
    const states = variables[variable]?.states ?? 1;
    assignment[variable] = rest % states;
    rest = Math.floor(rest / states);
  }
}

function isOpen(possible: Possible, variable: number): boolean {
  const mask = possible[variable] ?? 0;
  return (mask & (mask - 1)) !== 0;
}

function tallyOf(signals: Signals): Tally {
  const vetoes =
    (signals[signal.forbidsStateless] ?? 0) * vetoBit.stateless +
    (signals[signal.forbidsStateful] ?? 0) * vetoBit.stateful;
  return {
    need: signals[signal.need] ?? 0,
    bound: signals[signal.bound] ?? 0,
    total: signals[signal.evidence] ?? 0,
    vetoes,
  };
}

/** The boxes that the answers so far leave, with literals of open variables only, by position. */
function restrict(
  condition: CompiledCondition,
  possible: Possible,
  position: ReadonlyMap<number, number>,
): readonly Box[] {
  const boxes: Box[] = [];
  for (const box of condition.boxes) {
    if (box.some(({ variable, mask }) => ((possible[variable] ?? 0) & mask) === 0)) continue;
    boxes.push(
      box.flatMap(({ variable, mask }) => {
        const open = position.get(variable);
        return open === undefined ? [] : [{ variable: open, mask }];
      }),
    );
  }
  return boxes;
}

function ruleFactor(boxes: readonly Box[], variables: readonly OpenVariable[], tally: Tally): Factor {
  const scope = scopeOf(boxes);
  const cells = tabulate(scope, variables, (assignment) => (inAny(boxes, assignment) ? tally : nothing));
  const { need, bound } = tally;
  const range = {
    needLow: Math.min(need, 0),
    needHigh: Math.max(need, 0),
    boundLow: Math.min(bound, 0),
    boundHigh: Math.max(bound, 0),
  };
  return { scope, cells, range };
}

function implicationFactor(
  boxes: readonly Box[],
  variables: readonly OpenVariable[],
  implied: number,
  mask: number,
): Factor {
  const scope = [...new Set([...scopeOf(boxes), implied])].sort((a, b) => a - b);
  const cells = tabulate(scope, variables, (assignment) =>
    inAny(boxes, assignment) && (mask & (1 << (assignment[implied] ?? 0))) === 0 ? null : nothing,
  );
  return { scope, cells, range: noRange };
}

function scopeOf(boxes: readonly Box[]): readonly number[] {
  return [...new Set(boxes.flatMap((box) => box.map(({ variable }) => variable)))].sort((a, b) => a - b);
}

function inAny(boxes: readonly Box[], assignment: readonly number[]): boolean {
  return boxes.some((box) =>
    box.every(({ variable, mask }) => (mask & (1 << (assignment[variable] ?? 0))) !== 0),
  );
}

function tabulate<Cell>(
  scope: readonly number[],
  variables: readonly OpenVariable[],
  cellOf: (assignment: readonly number[]) => Cell,
): readonly Cell[] {
  const assignment: number[] = [];
  return Array.from({ length: cellCount(scope, variables) }, (_, cell) => {
    assignCell(scope, variables, cell, assignment);
    return cellOf(assignment);
  });
}

/** Factors over the same variables add up to one. */
function mergeByScope(factors: readonly Factor[]): readonly Factor[] {
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
