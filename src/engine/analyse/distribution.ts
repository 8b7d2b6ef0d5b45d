import { type Tally, vetoBit } from "./open-space.js";
import type { Range } from "./range.js";

/** How many assignments lead to each tally: parallel arrays, every tally once. */
export interface Distribution {
  /** Position in its circuit. */
  readonly id: number;
  readonly need: readonly number[];
  readonly bound: readonly number[];
  readonly total: readonly number[];
  readonly vetoes: readonly number[];
  readonly counts: readonly number[];
}

/** What a distribution is part of: what lies outside it will still be added to its tallies. */
export interface Surroundings {
  /** How far the part itself can move the signals. */
  readonly own: Range;
  /** How far all else can, what fires in any case counted in. */
  readonly rest: Range;
  /** Totals beyond this make no difference. */
  readonly enough: number;
  /** Vetoes that fire in any case. */
  readonly vetoes: number;
}

/**
 * Gathers tallies under a canonical form in which those that no rest can tell apart are one: a total is cut at what is
 * enough; a signal whose sign the rest cannot change is cut to the nearest value of which the same is true (within
 * the part's own range, on which the other parts rely for the same purpose); and what no longer matters (boundness
 * where no state is needed, a veto of what is out of the question) is dropped. The verdict of every completion stays
 * the same, while far fewer tallies are kept apart.
 */
export class TallyCollector {
  readonly need: number[] = [];
  readonly bound: number[] = [];
  readonly total: number[] = [];
  readonly vetoes: number[] = [];
  readonly counts: number[] = [];
  readonly #within: Surroundings;
  #table: Int32Array;

  constructor(within: Surroundings) {
    this.#within = within;
    this.#table = new Int32Array(16);
  }

  /** Adds `count` assignments with this tally. Returns where they are kept. */
  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const { own, rest } = this.#within;
    let n = need;
    let b = bound;
    let v = vetoes | this.#within.vetoes;
    if (n + rest.needHigh < 0) {
      n = Math.min(-rest.needHigh - 1, own.needHigh);
      b = 0;
      v &= ~vetoBit.stateful;
    } else {
      if (n + rest.needLow >= 0) {
        n = Math.max(-rest.needLow, own.needLow);
        v &= ~vetoBit.stateless;
      }
      if ((v & vetoBit.stateful) !== 0) b = 0;
      else if (b + rest.boundHigh < 0) b = Math.min(-rest.boundHigh - 1, own.boundHigh);
      else if (b + rest.boundLow >= 0) b = Math.max(-rest.boundLow, own.boundLow);
    }
    if (v === (vetoBit.stateless | vetoBit.stateful)) n = 0;
    const slot = this.#slotOf(n, b, Math.min(total, this.#within.enough), v);
    this.counts[slot] = (this.counts[slot] ?? 0) + count;
    return slot;
  }

  distribution(id: number): Distribution {
    const { need, bound, total, vetoes, counts } = this;
    return { id, need, bound, total, vetoes, counts };
  }

  /** Open addressing with linear probing; the table holds slots + 1, and 0 for free. */
  #slotOf(need: number, bound: number, total: number, vetoes: number): number {
    const mask = this.#table.length - 1;
    let at = hash(need, bound, total, vetoes) & mask;
    for (let entry = this.#table[at] ?? 0; entry !== 0; entry = this.#table[at] ?? 0) {
      const slot = entry - 1;
      if (
        this.need[slot] === need &&
        this.bound[slot] === bound &&
        this.total[slot] === total &&
        this.vetoes[slot] === vetoes
      ) {
        return slot;
      }
      at = (at + 1) & mask;
    }
    const slot = this.need.length;
    this.need.push(need);
    this.bound.push(bound);
    this.total.push(total);
    this.vetoes.push(vetoes);
    this.counts.push(0);
    this.#table[at] = slot + 1;
    if (slot * 2 > mask) this.#grow();
    return slot;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    const mask = this.#table.length - 1;
    for (let slot = 0; slot < this.need.length; slot += 1) {
      let at =
        hash(this.need[slot] ?? 0, this.bound[slot] ?? 0, this.total[slot] ?? 0, this.vetoes[slot] ?? 0) &
        mask;
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = slot + 1;
    }
  }
}

function hash(need: number, bound: number, total: number, vetoes: number): number {
  const mixed = Math.imul(
    Math.imul(need, 73856093) ^ Math.imul(bound, 19349663) ^ (total * 4 + vetoes),
    2654435761,
  );
  return mixed >>> 15;
}

/** The distribution of a single tally. */
export function single(tally: Tally, within: Surroundings, id: number): Distribution {
  const collector = new TallyCollector(within);
  collector.add(tally.need, tally.bound, tally.total, tally.vetoes, 1);
  return collector.distribution(id);
}
