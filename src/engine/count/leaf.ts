import { at } from "../model/at.js";
import { concerns } from "../model/verdict.js";
import { type OpenTerm, type Space, statesIn } from "./space.js";

/** A bit for each concern that reads a variable, and one more if something ties it beyond a single concern. */
const acrossConcerns = 1 << concerns.length;

export interface LeafVariable {
  /** Its classes, each a mask of states that no term tells apart. */
  readonly states: readonly number[];
}

/**
 * A space made ready for elimination. States of a variable that no term tells apart are one *class* from here on; a
 * variable that no term names has a single class.
 */
export interface Leaf {
  readonly space: Space;
  /** By position. */
  readonly variables: readonly LeafVariable[];
  /** By position: bits of the concerns that read it (and `acrossConcerns`); 0 for a variable that nothing reads. */
  readonly readers: readonly number[];
  /** By concern: the forbidden terms that tie only what it reads, or what nothing else reads. */
  readonly within: readonly (readonly OpenTerm[])[];
  /** The forbidden terms that tie what different concerns read. */
  readonly across: readonly OpenTerm[];
}

/** @param keep positions that stay when all others are eliminated */
export function leafOf(space: Space, keep: readonly number[] = []): Leaf {
  const classes = space.domains.map((domain) => [domain]);
  const split = (term: OpenTerm): void => {
    for (const { position, mask } of term) classes[position] = refined(at(classes, position), mask);
  };
  const readers = space.domains.map(() => 0);
  const mark = (term: OpenTerm, reader: number): void => {
    for (const { position } of term) readers[position] = at(readers, position) | reader;
  };
  for (const { concern, terms } of space.rules) {
    for (const term of terms) {
      split(term);
      mark(term, 1 << concern);
    }
  }
  for (const term of space.forbidden) split(term);
  const byConcern = concernOf(space.forbidden, readers);
  for (const [index, term] of space.forbidden.entries()) mark(term, at(byConcern, index));
  for (const position of keep)
    if (at(readers, position) !== 0) readers[position] = at(readers, position) | acrossConcerns;
  return {
    space,
    variables: classes.map((states) => ({ states })),
    readers,
    within: concerns.map((_, concern) =>
      space.forbidden.filter((_term, index) => byConcern[index] === 1 << concern),
    ),
    across: space.forbidden.filter((_, index) => byConcern[index] === acrossConcerns),
  };
}

/** For each forbidden term the bit of the only concern that reads its variables, or `acrossConcerns`. */
function concernOf(forbidden: readonly OpenTerm[], readers: readonly number[]): readonly number[] {
  return forbidden.map((term) => {
    const all = term.reduce((bits, { position }) => bits | at(readers, position), 0);
    return all !== 0 && statesIn(all) === 1 ? all : acrossConcerns;
  });
}

/** Splits every class that the mask cuts. */
function refined(classes: readonly number[], mask: number): number[] {
  const split: number[] = [];
  for (const states of classes) {
    if ((states & mask) === 0 || (states & ~mask) === 0) split.push(states);
    else split.push(states & mask, states & ~mask);
  }
  return split;
}

/** Whether several concerns read the variable, or something ties it beyond one. */
export function isShared(readers: number): boolean {
  return (readers & acrossConcerns) !== 0 || (readers & (readers - 1)) !== 0;
}

/** The number of assignments to the variables that nothing reads. */
export function waysUnread({ space, readers }: Leaf): bigint {
  return space.domains.reduce(
    (product, domain, position) => (readers[position] === 0 ? product * BigInt(statesIn(domain)) : product),
    1n,
  );
}

/** The number of assignments to the variables that something reads: a bound on every count in the leaf. */
export function waysRead({ space, readers }: Leaf): number {
  return space.domains.reduce(
    (product, domain, position) => (readers[position] === 0 ? product : product * statesIn(domain)),
    1,
  );
}
