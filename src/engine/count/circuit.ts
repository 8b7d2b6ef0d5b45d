import { type Distribution, noTally, type Tally } from "./tally.js";
import type { Collector, Remaining } from "./tally-collector.js";

/** Distribution of the sums of one tally from each side, taken independently. */
interface Product {
  readonly kind: "product";
  readonly left: Distribution;
  readonly right: Distribution;
  readonly output: Distribution;
  /** The position of the sum of tallies i and j in the output, at `i * right.tallies.length + j`. */
  readonly slots: readonly number[];
}

/** Sum over the states of an open variable: one term per state, each shifted by what fires in that state. */
interface Mix {
  readonly kind: "mix";
  readonly variable: number;
  readonly terms: readonly MixTerm[];
  readonly output: Distribution;
}

interface MixTerm {
  readonly state: number;
  readonly input: Distribution;
  /** The position of each tally of the input in the output. */
  readonly slots: readonly number[];
}

export type Gate = Product | Mix;

/**
 * A record of a calculation with distributions, each gate after those that it reads, so that it can be repeated with
 * other numbers and differentiated (Darwiche, "A differential approach to inference in Bayesian networks",
 * Journal of the ACM 50, 2003).
 */
export class Circuit {
  readonly gates: Gate[] = [];
  /** One way, nothing fired. */
  readonly unit: Distribution;
  readonly #collectorWithin: (within: Remaining) => Collector;
  readonly #recorded: boolean;
  /** By id of the left side, then of the right. */
  readonly #products: (Map<number, Distribution> | undefined)[] = [];
  #distributions = 0;
  #work = 0;

  /**
   * @param everything what remains to be added for a part without any evidence
   * @param recorded whether gates are kept
   */
  constructor(collectorWithin: (within: Remaining) => Collector, everything: Remaining, recorded: boolean) {
    this.#collectorWithin = collectorWithin;
    this.#recorded = recorded;
    this.unit = this.single(noTally, everything);
  }

  /** The number of tallies that have passed through gates: a measure of time and memory spent. */
  get work(): number {
    return this.#work;
  }

  /** A constant: one way, with this tally. */
  single(tally: Tally, within: Remaining): Distribution {
    const collector = this.#collectorWithin(within);
    collector.add(tally.need, tally.bound, tally.total, tally.vetoes, 1);
    return this.#output(collector);
  }

  /** The same two sides are multiplied only once: a distribution always represents the same part of the evidence. */
  product(left: Distribution, right: Distribution, within: Remaining): Distribution {
    const products = this.#products[left.id] ?? new Map<number, Distribution>();
    this.#products[left.id] = products;
    const known = products.get(right.id);
    if (known !== undefined) return known;
    const collector = this.#collectorWithin(within);
    const slots: number[] = [];
    for (const a of left.tallies) {
      for (const b of right.tallies) {
        const slot = collector.add(
          a.need + b.need,
          a.bound + b.bound,
          a.total + b.total,
          a.vetoes | b.vetoes,
          a.count * b.count,
        );
        if (this.#recorded) slots.push(slot);
      }
    }
    this.#work += left.tallies.length * right.tallies.length;
    const output = this.#output(collector);
    products.set(right.id, output);
    if (this.#recorded) this.gates.push({ kind: "product", left, right, output, slots });
    return output;
  }

  /** Sums inputs, each shifted by the tally of what fires in its state of the variable. */
  mix(
    variable: number,
    terms: readonly { readonly state: number; readonly input: Distribution; readonly shift: Tally }[],
    within: Remaining,
  ): Distribution {
    const collector = this.#collectorWithin(within);
    const recorded = terms.map(({ state, input, shift }): MixTerm => {
      this.#work += input.tallies.length;
      const slots = input.tallies.map(({ need, bound, total, vetoes, count }) =>
        collector.add(
          need + shift.need,
          bound + shift.bound,
          total + shift.total,
          vetoes | shift.vetoes,
          count,
        ),
      );
      return { state, input, slots };
    });
    const output = this.#output(collector);
    if (this.#recorded) this.gates.push({ kind: "mix", variable, terms: recorded, output });
    return output;
  }

  #output(collector: Collector): Distribution {
    this.#distributions += 1;
    return collector.distribution(this.#distributions - 1);
  }
}
