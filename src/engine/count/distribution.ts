import { at } from "../model/at.js";
import { CanonicalForm, type Remaining } from "./canonical-form.js";

/** The number of assignments that lead to each tally; every tally occurs once. Four lists of equal length. */
export interface Distribution {
  /** Position in its circuit. */
  readonly id: number;
  readonly need: readonly number[];
  readonly place: readonly number[];
  readonly flags: readonly number[];
  readonly counts: readonly number[];
}

/** Distributions up to this length are searched one by one, which is faster than hashing them. */
const shortLength = 8;

/**
 * Gathers tallies in their canonical form, and their counts, into a distribution. A tally is found by hashing: open
 * addressing with linear probing.
 */
export class Collector {
  readonly #form: CanonicalForm;
  readonly #need: number[] = [];
  readonly #place: number[] = [];
  readonly #flags: number[] = [];
  readonly #counts: number[] = [];
  /** Slots + 1; 0 is free. Its length is a power of two; null while the distribution is short. */
  #table: Int32Array | null = null;

  constructor(within: Remaining) {
    this.#form = new CanonicalForm(within);
  }

  /** Returns the position of the tally in the distribution. */
  add(need: number, place: number, flags: number, count: number): number {
    const form = this.#form;
    form.set(need, place, flags);
    const slot = this.#find(form.need, form.place, form.flags);
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
    return slot;
  }

  distribution(id: number): Distribution {
    return { id, need: this.#need, place: this.#place, flags: this.#flags, counts: this.#counts };
  }

  /** The slot of a tally, added if it is new. */
  #find(need: number, place: number, flags: number): number {
    const table = this.#table;
    if (table === null) {
      for (let slot = 0; slot < this.#need.length; slot += 1)
        if (this.#equals(slot, need, place, flags)) return slot;
      return this.#append(need, place, flags);
    }
    const mask = table.length - 1;
    let cell = hash(need, place, flags) & mask;
    for (let entry = table[cell]; entry; entry = table[cell]) {
      if (this.#equals(entry - 1, need, place, flags)) return entry - 1;
      cell = (cell + 1) & mask;
    }
    table[cell] = this.#need.length + 1;
    return this.#append(need, place, flags);
  }

  #equals(slot: number, need: number, place: number, flags: number): boolean {
    return this.#need[slot] === need && this.#place[slot] === place && this.#flags[slot] === flags;
  }

  #append(need: number, place: number, flags: number): number {
    const slot = this.#need.push(need) - 1;
    this.#place.push(place);
    this.#flags.push(flags);
    if (slot + 1 > (this.#table === null ? shortLength : this.#table.length / 2)) this.#grow();
    return slot;
  }

  #grow(): void {
    const table = new Int32Array(this.#table === null ? shortLength * 8 : this.#table.length * 4);
    for (const [slot, need] of this.#need.entries()) {
      let cell = hash(need, at(this.#place, slot), at(this.#flags, slot)) & (table.length - 1);
      while (table[cell] !== 0) cell = (cell + 1) & (table.length - 1);
      table[cell] = slot + 1;
    }
    this.#table = table;
  }
}

function hash(need: number, place: number, flags: number): number {
  const mixed = Math.imul(need, 73_856_093) ^ Math.imul(place, 19_349_663) ^ flags;
  return Math.imul(mixed, 2_654_435_761) >>> 15;
}
