import { type CompiledCondition, inOrder, type Term } from "./compiled-condition.js";

/** A condition with more terms than this is refused: no one could review it either. */
export const termLimit = 512;

/** Thrown where a condition gets too many terms, and turned there into what it means. */
export class TooComplex extends Error {}

/**
 * Most literals to compare before compilation gives up. Few terms can take much work: a pack written to keep the
 * compiler busy stays under `termLimit` in each of its conditions.
 */
export class Effort {
  #left: number;

  constructor(limit = 5_000_000) {
    this.#left = limit;
  }

  /** @throws TooComplex once the limit is passed */
  spend(literals: number): void {
    this.#left -= literals;
    if (this.#left < 0) throw new TooComplex();
  }
}

/** The term that holds if both do; null if they exclude each other. */
export function conjoin(a: Term, b: Term): Term | null {
  const masks = new Map(a.map(({ variable, mask }) => [variable, mask]));
  for (const { variable, mask } of b) {
    const joint = (masks.get(variable) ?? mask) & mask;
    if (joint === 0) return null;
    masks.set(variable, joint);
  }
  return inOrder([...masks].map(([variable, mask]) => ({ variable, mask })));
}

/**
 * The condition that holds if all of them do, simplified.
 * @throws TooComplex beyond `termLimit` terms, or when `effort` is spent
 */
export function conjoinAll(parts: readonly CompiledCondition[], effort: Effort): CompiledCondition {
  return parts.reduce((left, right) => conjoinEach(left, right, effort), [[]]);
}

function conjoinEach(left: CompiledCondition, right: CompiledCondition, effort: Effort): CompiledCondition {
  const result: Term[] = [];
  for (const a of left) {
    for (const b of right) {
      effort.spend(a.length + b.length);
      const both = conjoin(a, b);
      if (both !== null) result.push(both);
    }
  }
  return simplify(result, effort);
}

/**
 * The same condition without terms that another one of it makes superfluous.
 * @throws TooComplex beyond `termLimit` terms, or when `effort` is spent
 */
export function simplify(terms: CompiledCondition, effort: Effort): CompiledCondition {
  let kept: CompiledCondition = [];
  for (const term of terms) {
    effort.spend(kept.length * (term.length + 1));
    if (kept.some((other) => implies(term, other))) continue;
    kept = [...kept.filter((other) => !implies(other, term)), term];
    if (kept.length > termLimit) throw new TooComplex();
  }
  return kept;
}

/** Whether `outer` holds wherever `inner` does. */
function implies(inner: Term, outer: Term): boolean {
  return outer.every(({ variable, mask }) => {
    const bound = inner.find((literal) => literal.variable === variable);
    return bound !== undefined && (bound.mask & ~mask) === 0;
  });
}
