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

/** What is outside a distribution and will still be added to its tallies. */
export interface Rest {
  /** How far the rest can still move the signals, what fires in any case counted in. */
  readonly range: Range;
  /** Totals beyond this make no difference. */
  readonly enough: number;
  /** Vetoes that fire in any case. */
  readonly vetoes: number;
}

/**
 * Gathers tallies under a canonical form in which those that no rest can tell apart are one: a total is cut at what is
 * enough; a signal whose sign the rest cannot change is cut to the nearest value of which the same is true; and what
 * no longer matters (boundness where no state is needed, a veto of what is out of the question) is dropped. The
 * verdicts of every completion stay the same, while far fewer tallies are kept apart.
 */
export class TallyCollector {
  readonly need: number[] = [];
  readonly bound: number[] = [];
  readonly total: number[] = [];
  readonly vetoes: number[] = [];
  readonly counts: number[] = [];
  readonly #rest: Rest;
  #table: Int32Array;

  constructor(rest: Rest) {
    this.#rest = rest;
    this.#table = new Int32Array(16);
  }

  /** Adds `count` assignments with this tally. Returns where they are kept. */
  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const { needLow, needHigh, boundLow, boundHigh } = this.#rest.range;
    let [n, b, v] = [need, bound, vetoes | this.#rest.vetoes];
    if (n + needHigh < 0) {
      n = -needHigh - 1;
      b = 0;
      v &= ~vetoBit.stateful;
    } else {
      if (n + needLow >= 0) {
        n = -needLow;
        v &= ~vetoBit.stateless;
      }
      if ((v & vetoBit.stateful) !== 0) b = 0;
      else if (b + boundHigh < 0) b = -boundHigh - 1;
      else if (b + boundLow >= 0) b = -boundLow;
    }
    if (v === (vetoBit.stateless | vetoBit.stateful)) n = 0;
    const slot = this.#slotOf(n, b, Math.min(total, this.#rest.enough), v);
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
export function single(tally: Tally, rest: Rest, id: number): Distribution {
  const collector = new TallyCollector(rest);
  collector.add(tally.need, tally.bound, tally.total, tally.vetoes, 1);
  return collector.distribution(id);
}
