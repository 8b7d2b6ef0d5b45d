import type { Distribution } from "./distribution.js";

/** Counts by tally, found by hashing: open addressing with linear probing over parallel arrays. */
export class TallyIndex {
  readonly #need: number[] = [];
  readonly #bound: number[] = [];
  readonly #total: number[] = [];
  readonly #vetoes: number[] = [];
  readonly #counts: number[] = [];
  /** Slots + 1; 0 is free. Its length is a power of two. */
  #table = new Int32Array(16);

  /** Adds to the count of a tally. Returns its slot: its position in the arrays. */
  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const slot = this.#slotOf(need, bound, total, vetoes);
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
    return slot;
  }

  distribution(id: number): Distribution {
    return {
      id,
      need: this.#need,
      bound: this.#bound,
      total: this.#total,
      vetoes: this.#vetoes,
      counts: this.#counts,
    };
  }

  #slotOf(need: number, bound: number, total: number, vetoes: number): number {
    const mask = this.#table.length - 1;
    let at = hash(need, bound, total, vetoes) & mask;
    for (let entry = this.#table[at] ?? 0; entry !== 0; entry = this.#table[at] ?? 0) {
      if (this.#isAt(entry - 1, need, bound, total, vetoes)) return entry - 1;
      at = (at + 1) & mask;
    }
    const slot = this.#counts.length;
    this.#need.push(need);
    this.#bound.push(bound);
    this.#total.push(total);
    this.#vetoes.push(vetoes);
    this.#counts.push(0);
    this.#table[at] = slot + 1;
    if (slot * 2 > mask) this.#grow();
    return slot;
  }

  #isAt(slot: number, need: number, bound: number, total: number, vetoes: number): boolean {
    return (
      this.#need[slot] === need &&
      this.#bound[slot] === bound &&
      this.#total[slot] === total &&
      this.#vetoes[slot] === vetoes
    );
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    const mask = this.#table.length - 1;
    for (let slot = 0; slot < this.#counts.length; slot += 1) {
      const need = this.#need[slot] ?? 0;
      let at = hash(need, this.#bound[slot] ?? 0, this.#total[slot] ?? 0, this.#vetoes[slot] ?? 0) & mask;
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = slot + 1;
    }
  }
}

/** Numbers beyond 32 bits (two packed in one) are folded, so that their upper halves count too. */
function hash(need: number, bound: number, total: number, vetoes: number): number {
  const fold = 2 ** -26;
  const mixed =
    Math.imul(need ^ (need * fold), 73_856_093) ^
    Math.imul(bound ^ (bound * fold), 19_349_663) ^
    Math.imul(total ^ (total * fold), 83_492_791) ^
    vetoes;
  return Math.imul(mixed, 2_654_435_761) >>> 15;
}
