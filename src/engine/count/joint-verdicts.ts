import { at } from "../model/at.js";
import { assignCell, cellCount, cellIndex } from "./cells.js";
import { type Elimination, eliminate, multiply, type Table } from "./eliminate.js";
import type { OpenSpace } from "./open-space.js";
import { addRanges, type Distribution, noRange, type Range } from "./tally.js";
import { noCounts, shiftedVerdicts, type VerdictCounts } from "./verdict-counts.js";

/** One way of answering a question, or several with the same result. */
export interface AnswerClass {
  readonly ways: number;
  /** Completions of one such way by verdict. */
  readonly verdicts: VerdictCounts;
}

/** A limit on the classes of answers that are kept apart and on the states visited to find them. */
const classLimit = 4096;

/** Ways of answering that lead to the same distributions: one for each state of the separator, null if impossible. */
interface TallyClass {
  readonly ways: number;
  readonly distributions: readonly (Distribution | null)[];
}

/** Options of a question that only the separator ties to its other options, with the classes of their joint states. */
interface Part {
  readonly classes: readonly TallyClass[];
  readonly range: Range;
}

/** The variables that tie several options together: they separate the options from everything else. */
interface Separation {
  readonly space: OpenSpace;
  readonly elimination: Elimination;
  readonly separator: readonly number[];
  readonly states: number;
}

/**
 * The verdicts under every joint state of several variables: the options of a question that takes several. The other
 * variables are eliminated except for a *separator*, those that tie several options together. Given its state, options
 * fall into parts, which are computed state by state; states that lead to the same distributions are one class from
 * then on, so that 2^n sets of options reduce to a few.
 * If even that is too much (`limit`), the later half of the options is averaged over instead; as summarising
 * an answer cannot add information, the value of information is then a lower bound.
 */
export function jointVerdicts(
  space: OpenSpace,
  positions: readonly number[],
  limit: number = classLimit,
): readonly AnswerClass[] {
  const elimination = eliminate(space, { keep: new Set(positions), recorded: false });
  const left = new Set(elimination.tables.flatMap(({ scope }) => scope));
  const separator = [...left].filter((position) => !positions.includes(position));
  const separation = { space, elimination, separator, states: cellCount(separator, space.variables) };
  const half = positions.slice(0, Math.ceil(positions.length / 2));
  return answerClasses(separation, positions, limit) ?? jointVerdicts(space, half, limit);
}

/** Null if there are too many, unless there is only one option to keep apart. */
function answerClasses(
  separation: Separation,
  positions: readonly number[],
  limit: number,
): readonly AnswerClass[] | null {
  const tooMany = (states: number): boolean => states * separation.states > limit && positions.length > 1;
  if (tooMany(1)) return null;
  const unit = separation.elimination.circuit.unit;
  const everywhere = Array.from({ length: separation.states }, () => unit);
  let joint: Part = { classes: [{ ways: 1, distributions: everywhere }], range: noRange };
  for (const scope of tiedParts(positions, separation.elimination.tables)) {
    if (tooMany(cellCount(scope, separation.space.variables))) return null;
    const part = partOver(separation, scope);
    if (tooMany(joint.classes.length * part.classes.length)) return null;
    joint = combine(separation, joint, part);
  }
  const verdictsBySeparator = othersBySeparator(separation, positions);
  return joint.classes.map(({ ways, distributions }) => ({
    ways,
    verdicts: distributions
      .map((distribution, state) => at(verdictsBySeparator, state)(distribution))
      .reduce(addCounts, noCounts),
  }));
}

/** For each state of the separator, what everything except the options adds to a distribution. */
function othersBySeparator(
  { space, elimination, separator, states }: Separation,
  positions: readonly number[],
): readonly ((distribution: Distribution | null) => VerdictCounts)[] {
  const tables = elimination.tables.filter(
    ({ scope }) => !scope.some((position) => positions.includes(position)),
  );
  const assignment: number[] = [];
  return Array.from({ length: states }, (_, state) => {
    assignCell(separator, space.variables, state, assignment);
    const others = multiply(elimination, tables, ({ scope }) =>
      cellIndex(scope, space.variables, assignment),
    );
    const verdictsOver = others === null ? null : shiftedVerdicts(space, others);
    return (distribution) =>
      distribution === null || verdictsOver === null ? noCounts : verdictsOver(distribution);
  });
}

/** Groups of positions that tables tie together, smallest first. */
function tiedParts(positions: readonly number[], tables: readonly Table[]): readonly (readonly number[])[] {
  let parts: readonly (readonly number[])[] = positions.map((position) => [position]);
  for (const { scope } of tables) {
    const tied = parts.filter((part) => part.some((position) => scope.includes(position)));
    if (tied.length > 1) parts = [...parts.filter((part) => !tied.includes(part)), tied.flat()];
  }
  return parts.toSorted((a, b) => a.length - b.length);
}

function partOver({ space, elimination, separator, states }: Separation, scope: readonly number[]): Part {
  const tables = elimination.tables.filter((table) =>
    table.scope.some((position) => scope.includes(position)),
  );
  const range = tables.reduce((sum, table) => addRanges(sum, table.range), noRange);
  const merged = new ClassMerger();
  const assignment: number[] = [];
  for (let cell = 0; cell < cellCount(scope, space.variables); cell += 1) {
    assignCell(scope, space.variables, cell, assignment);
    const distributions = Array.from({ length: states }, (_, state) => {
      assignCell(separator, space.variables, state, assignment);
      return multiply(elimination, tables, (table) => cellIndex(table.scope, space.variables, assignment));
    });
    merged.add({ ways: 1, distributions });
  }
  return { classes: merged.classes, range };
}

function combine({ elimination: { circuit, remainingFor } }: Separation, a: Part, b: Part): Part {
  const merged = new ClassMerger();
  const range = addRanges(a.range, b.range);
  const within = remainingFor(range);
  for (const left of a.classes) {
    for (const right of b.classes) {
      const distributions = left.distributions.map((distribution, state) => {
        const other = at(right.distributions, state);
        return distribution === null || other === null ? null : circuit.product(distribution, other, within);
      });
      merged.add({ ways: left.ways * right.ways, distributions });
    }
  }
  return { classes: merged.classes, range };
}

/** Merges classes with the same distributions. Only for classes of one part: equal tallies of two parts differ in range. */
class ClassMerger {
  readonly #classes = new Map<string, TallyClass>();
  readonly #distributions = new Map<string, Distribution>();
  readonly #keys = new Map<number, Distribution>();

  get classes(): readonly TallyClass[] {
    return [...this.#classes.values()];
  }

  add({ ways, distributions }: TallyClass): void {
    const shared = distributions.map((distribution) =>
      distribution === null ? null : this.#share(distribution),
    );
    const key = shared.map((distribution) => distribution?.id).join();
    this.#classes.set(key, { ways: ways + (this.#classes.get(key)?.ways ?? 0), distributions: shared });
  }

  /** The first distribution with the same tallies and counts. */
  #share(distribution: Distribution): Distribution {
    const known = this.#keys.get(distribution.id);
    if (known !== undefined) return known;
    const key = keyOf(distribution);
    const shared = this.#distributions.get(key) ?? distribution;
    this.#distributions.set(key, shared);
    this.#keys.set(distribution.id, shared);
    return shared;
  }
}

function keyOf({ tallies }: Distribution): string {
  return tallies
    .map(({ need, bound, total, vetoes, count }) => `${need} ${bound} ${total} ${vetoes} ${count}`)
    .sort()
    .join();
}

function addCounts(a: VerdictCounts, b: VerdictCounts): VerdictCounts {
  return {
    stateless: a.stateless + b.stateless,
    stateful: a.stateful + b.stateful,
    hybrid: a.hybrid + b.hybrid,
    undecided: a.undecided + b.undecided,
  };
}
