import { at } from "../model/at.js";
import { type Distribution, type Range, vetoBit } from "./tally.js";

/** What can still be added to the tallies of a distribution, which is one part of the evidence. */
export interface Remaining {
  /** How far this part can move the margins. */
  readonly own: Range;
  /** How far everything else can, including entries that fire in any case. */
  readonly rest: Range;
  /** Totals beyond this make no difference. */
  readonly enough: number;
  /** Vetoes that fire in any case. */
  readonly vetoes: number;
}

/** Gathers tallies and their counts into a distribution. */
export interface Collector {
  /** Returns the position of the tally in the distribution. */
  add(need: number, bound: number, total: number, vetoes: number, count: number): number;
  distribution(id: number): Distribution;
}

/** Gathers tallies in their canonical form. */
export class TallyCollector implements Collector {
  readonly #index = new TallyIndex();
  readonly #form: CanonicalForm;
  readonly #enough: number;

  constructor(within: Remaining) {
    this.#form = new CanonicalForm(within);
    this.#enough = within.enough;
  }

  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const form = this.#form;
    form.set(need, bound, vetoes);
    return this.#index.add(form.need, form.bound, Math.min(total, this.#enough), form.vetoes, count);
  }

  distribution(id: number): Distribution {
    return this.#index.distribution(id);
  }
}

/**
 * The form in which tallies that no rest can distinguish are equal: a margin whose sign the rest cannot change is cut to
 * the nearest value for which the same is true (within the part's own range, on which the other parts rely for the same
 * purpose), and what no longer matters (boundness if no state is needed, a veto of what is impossible anyway) is
 * dropped. The verdict of every completion stays the same, while far fewer tallies are kept apart.
 * Reused for many tallies: `set` computes one, the fields hold it.
 */
export class CanonicalForm {
  need = 0;
  bound = 0;
  vetoes = 0;
  readonly #within: Remaining;

  constructor(within: Remaining) {
    this.#within = within;
  }

  set(need: number, bound: number, vetoes: number): void {
    const { own, rest } = this.#within;
    this.need = need;
    this.bound = bound;
    this.vetoes = vetoes | this.#within.vetoes;
    if (need + rest.needHigh < 0) {
      this.need = Math.min(-rest.needHigh - 1, own.needHigh);
      this.bound = 0;
      this.vetoes &= ~vetoBit.stateful;
    } else {
      if (need + rest.needLow >= 0) {
        this.need = Math.max(-rest.needLow, own.needLow);
        this.vetoes &= ~vetoBit.stateless;
      }
      if ((this.vetoes & vetoBit.stateful) !== 0) this.bound = 0;
      else if (bound + rest.boundHigh < 0) this.bound = Math.min(-rest.boundHigh - 1, own.boundHigh);
      else if (bound + rest.boundLow >= 0) this.bound = Math.max(-rest.boundLow, own.boundLow);
    }
    if (this.vetoes === (vetoBit.stateless | vetoBit.stateful)) this.need = 0;
  }

  equals(other: CanonicalForm): boolean {
    return this.need === other.need && this.bound === other.bound && this.vetoes === other.vetoes;
  }
}

/** Gathers tallies as they are, for spaces with few rules. */
export class PlainCollector implements Collector {
  readonly #index = new TallyIndex();

  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    return this.#index.add(need, bound, total, vetoes, count);
  }

  distribution(id: number): Distribution {
    return this.#index.distribution(id);
  }
}

/** Counts by tally, found by hashing: open addressing with linear probing. */
export class TallyIndex {
  readonly #tallies: { need: number; bound: number; total: number; vetoes: number; count: number }[] = [];
  /** Slots + 1; 0 is free. Its length is a power of two. */
  #table = new Int32Array(16);

  /** Adds to the count of a tally. Returns its slot: its position in the distribution. */
  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const mask = this.#table.length - 1;
    let place = hash(need, bound, total, vetoes) & mask;
    for (let entry = this.#table[place]; entry; entry = this.#table[place]) {
      const known = at(this.#tallies, entry - 1);
      if (known.need === need && known.bound === bound && known.total === total && known.vetoes === vetoes) {
        known.count += count;
        return entry - 1;
      }
      place = (place + 1) & mask;
    }
    const slot = this.#tallies.length;
    this.#tallies.push({ need, bound, total, vetoes, count });
    this.#table[place] = slot + 1;
    if (slot * 2 > mask) this.#grow();
    return slot;
  }

  distribution(id: number): Distribution {
    return { id, tallies: this.#tallies };
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    const mask = this.#table.length - 1;
    for (const [slot, { need, bound, total, vetoes }] of this.#tallies.entries()) {
      let place = hash(need, bound, total, vetoes) & mask;
      while (this.#table[place] !== 0) place = (place + 1) & mask;
      this.#table[place] = slot + 1;
    }
  }
}

/** Numbers beyond 32 bits (two packed in one) are folded, so that their upper halves matter too. */
function hash(need: number, bound: number, total: number, vetoes: number): number {
  const fold = 2 ** -26;
  const mixed =
    Math.imul(need ^ (need * fold), 73_856_093) ^
    Math.imul(bound ^ (bound * fold), 19_349_663) ^
    Math.imul(total ^ (total * fold), 83_492_791) ^
    vetoes;
  return Math.imul(mixed, 2_654_435_761) >>> 15;
}
