import type { Box, Literal } from "../model/compiled-pack.js";
import type { Condition } from "../model/condition.js";

/** More boxes than this and a condition is refused: no one could review it either. */
export const boxLimit = 512;

/** Thrown inside the compiler and turned into a problem there. */
export class TooComplex extends Error {}

/**
 * How many literals may be compared before what is compiled is too complex. Few boxes can come of much work: a pack
 * written to keep the compiler busy stays under `boxLimit` in each of its conditions.
 */
export class Effort {
  #left: number;

  constructor(limit = 5_000_000) {
    this.#left = limit;
  }

  /** @throws TooComplex once more was spent than there is */
  spend(literals: number): void {
    this.#left -= literals;
    if (this.#left < 0) throw new TooComplex();
  }
}

/** For one question and a set of its options: the boxes on which the answer is in the set, and those on which it is not. */
export interface AtomBoxes {
  readonly inside: readonly Box[];
  readonly outside: readonly Box[];
}

/**
 * The disjunctive normal form of a condition. Negation is pushed down to the atoms, where it is the complement
 * of a mask; boxes contained in another box are dropped.
 * @throws TooComplex beyond `boxLimit` boxes, or when `effort` is spent.
 */
export function toBoxes(
  condition: Condition,
  atom: (question: string, options: readonly string[]) => AtomBoxes,
  effort: Effort = new Effort(),
): readonly Box[] {
  const expand = (node: Condition, positive: boolean): readonly Box[] => {
    switch (node.kind) {
      case "answer": {
        const boxes = atom(node.question, node.options);
        return positive ? boxes.inside : boxes.outside;
      }
      case "not":
        return expand(node.of, !positive);
      case "all":
      case "any": {
        const parts = node.of.map((part) => expand(part, positive));
        const conjunction = (node.kind === "all") === positive;
        return conjunction ? intersectAll(parts, effort) : simplify(parts.flat(), effort);
      }
      default:
        return node satisfies never;
    }
  };
  return simplify(expand(condition, true), effort);
}

function intersectAll(parts: readonly (readonly Box[])[], effort: Effort): readonly Box[] {
  return parts.reduce((left, right) => intersect(left, right, effort), [[]]);
}

function intersect(left: readonly Box[], right: readonly Box[], effort: Effort): readonly Box[] {
  const result: Box[] = [];
  for (const a of left) {
    for (const b of right) {
      effort.spend(a.length + b.length);
      const both = meet(a, b);
      if (both !== null) result.push(both);
    }
  }
  return simplify(result, effort);
}

/** The box of what is in both, or null when that is nothing. */
export function meet(a: Box, b: Box): Box | null {
  const masks = new Map(a.map((literal) => [literal.variable, literal.mask]));
  for (const { variable, mask } of b) {
    const joint = (masks.get(variable) ?? mask) & mask;
    if (joint === 0) return null;
    masks.set(variable, joint);
  }
  return [...masks]
    .map(([variable, mask]): Literal => ({ variable, mask }))
    .sort((x, y) => x.variable - y.variable);
}

function simplify(boxes: readonly Box[], effort: Effort): readonly Box[] {
  let kept: readonly Box[] = [];
  for (const box of boxes) {
    effort.spend(kept.length * (box.length + 1));
    if (kept.some((other) => contains(other, box))) continue;
    kept = [...kept.filter((other) => !contains(box, other)), box];
    if (kept.length > boxLimit) throw new TooComplex();
  }
  return kept;
}

/** Whether every profile in `inner` is in `outer`. */
function contains(outer: Box, inner: Box): boolean {
  return outer.every(({ variable, mask }) => {
    const bound = inner.find((literal) => literal.variable === variable);
    return bound !== undefined && (bound.mask & ~mask) === 0;
  });
}
