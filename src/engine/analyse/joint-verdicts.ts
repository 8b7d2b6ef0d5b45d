import type { Distribution } from "./distribution.js";
import { type Elimination, eliminate, multiply, type Table } from "./eliminate.js";
import { eliminationOrder, tableCells } from "./elimination-order.js";
import { assignCell, cellCount, cellIndex, type OpenSpace } from "./open-space.js";
import { noRange, type Range } from "./range.js";
import { shiftedVerdicts, type VerdictCounts } from "./verdict-counts.js";

/** One way of answering a question, or several that leave the same. */
export interface AnswerClass {
  readonly ways: number;
  /** Completions of one such way by verdict. */
  readonly verdicts: VerdictCounts;
}

/** More classes of answers, or states of options that are tied together, than this are not kept apart. */
const classLimit = 4096;
/** More table cells than this are not built to keep answers apart. */
const cellLimit = 1024;

/** Ways of answering that leave the same distribution of tallies. */
interface TallyClass {
  readonly ways: number;
  readonly distribution: Distribution;
}

/** Options of a question that nothing ties to its others, with the classes of their joint states. */
interface Part {
  readonly classes: readonly TallyClass[];
  readonly range: Range;
}

/**
 * The verdicts under every joint state of several variables: the options of a question that takes several. All other
 * variables are eliminated; what is left ties some options together, and each such part is worked out state by state.
 * States that leave the same distribution are one class from then on, so 2^n sets of options come down to a few.
 * Where even that is too much (see the limits), the later half of the options is averaged over instead; as summarising
 * an answer cannot add to what it tells, the value of information then comes out as a lower bound.
 */
export function jointVerdicts(space: OpenSpace, positions: readonly number[]): readonly AnswerClass[] {
  const sizes = space.variables.map(({ states }) => states);
  const keep = new Set(positions);
  const cells = tableCells(
    sizes,
    eliminationOrder(
      sizes,
      space.factors.map(({ scope }) => scope),
      keep,
    ),
  );
  const found =
    cells > cellLimit && positions.length > 1
      ? null
      : answerClasses(space, eliminate(space, keep), positions);
  return found ?? jointVerdicts(space, positions.slice(0, Math.ceil(positions.length / 2)));
}

/** Null beyond `classLimit`. */
function answerClasses(
  space: OpenSpace,
  elimination: Elimination,
  positions: readonly number[],
): readonly AnswerClass[] | null {
  const constant = elimination.tables.filter(({ scope }) => scope.length === 0);
  const others = multiply(elimination, constant, () => 0);
  if (others === null) return [];
  let joint: Part = { classes: [{ ways: 1, distribution: elimination.circuit.unit }], range: noRange };
  for (const scope of tiedParts(positions, elimination.tables)) {
    if (cellCount(scope, space.variables) > classLimit) return null;
    const part = partOver(space, elimination, scope);
    if (joint.classes.length * part.classes.length > classLimit) return null;
    joint = combine(elimination, joint, part);
  }
  const verdictsOver = shiftedVerdicts(space, others.distribution);
  return joint.classes.map(({ ways, distribution }) => ({ ways, verdicts: verdictsOver(distribution) }));
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

function partOver(space: OpenSpace, elimination: Elimination, scope: readonly number[]): Part {
  const tables = elimination.tables.filter((table) =>
    table.scope.some((position) => scope.includes(position)),
  );
  const assignment: number[] = [];
  const classes: TallyClass[] = [];
  let range = noRange;
  for (let cell = 0; cell < cellCount(scope, space.variables); cell += 1) {
    assignCell(scope, space.variables, cell, assignment);
    const product = multiply(elimination, tables, (table) =>
      cellIndex(table.scope, space.variables, assignment),
    );
    if (product === null) continue;
    classes.push({ ways: 1, distribution: product.distribution });
    range = product.range;
  }
  return { classes: merge(classes), range };
}

function combine(elimination: Elimination, a: Part, b: Part): Part {
  const table = (distribution: Distribution, range: Range): Table => ({
    scope: [],
    cells: [distribution],
    range,
  });
  const classes: TallyClass[] = [];
  let range = noRange;
  for (const left of a.classes) {
    for (const right of b.classes) {
      const both = [table(left.distribution, a.range), table(right.distribution, b.range)];
      const product = multiply(elimination, both, () => 0);
      if (product === null) continue;
      classes.push({ ways: left.ways * right.ways, distribution: product.distribution });
      range = product.range;
    }
  }
  return { classes: merge(classes), range };
}

/** Classes with the same distribution become one. */
function merge(classes: readonly TallyClass[]): readonly TallyClass[] {
  const merged = new Map<string, TallyClass>();
  for (const { ways, distribution } of classes) {
    const key = keyOf(distribution);
    merged.set(key, { ways: ways + (merged.get(key)?.ways ?? 0), distribution });
  }
  return [...merged.values()];
}

function keyOf({ need, bound, total, vetoes, counts }: Distribution): string {
  const entries = need.map((value, i) => `${value} ${bound[i]} ${total[i]} ${vetoes[i]} ${counts[i]}`);
  return entries.length === 1 ? (entries[0] ?? "") : entries.sort().join(";");
}
