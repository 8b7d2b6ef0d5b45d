import type { Distribution } from "./distribution.js";
import { noTally, type Tally } from "./tally.js";
import type { Collector, Surroundings } from "./tally-collector.js";

/** Distribution of the sums of one tally from each side, taken independently. */
interface Product {
  readonly kind: "product";
  readonly left: Distribution;
  readonly right: Distribution;
  readonly output: Distribution;
  /** Where the sum of tallies i and j lies in the output, at `i * right.counts.length + j`. */
  readonly slots: readonly number[];
}

/** Sum over the states of an open variable: one term a state, each shifted by what fires in that state. */
interface Mix {
  readonly kind: "mix";
  readonly variable: number;
  readonly terms: readonly Term[];
  readonly output: Distribution;
}

interface Term {
  readonly state: number;
  readonly input: Distribution;
  /** Where each tally of the input lies in the output. */
  readonly slots: readonly number[];
}

export type Gate = Product | Mix;

/**
 * A record of a calculation with distributions, each gate after those that it reads, so that it can be repeated in
 * other numbers and differentiated (Darwiche, "A differential approach to inference in Bayesian networks",
 * Journal of the ACM 50, 2003).
 */
export class Circuit {
  readonly gates: Gate[] = [];
  /** One way, nothing fired. */
  readonly unit: Distribution;
  readonly #collectorWithin: (within: Surroundings) => Collector;
  readonly #recorded: boolean;
  /** By id of the left side, then of the right. */
  readonly #products: (Map<number, Distribution> | undefined)[] = [];
  #distributions = 0;
  #work = 0;

  /**
   * @param nowhere the surroundings of nothing: all evidence is yet to come
   * @param recorded whether gates are kept
   */
  constructor(
    collectorWithin: (within: Surroundings) => Collector,
    nowhere: Surroundings,
    recorded: boolean,
  ) {
    this.#collectorWithin = collectorWithin;
    this.#recorded = recorded;
    this.unit = this.single(noTally, nowhere);
  }

  /** How many tallies have gone through gates: a measure of time and memory spent. */
  get work(): number {
    return this.#work;
  }

  /** A constant: one way, with this tally. */
  single(tally: Tally, within: Surroundings): Distribution {
    const collector = this.#collectorWithin(within);
    collector.add(tally.need, tally.bound, tally.total, tally.vetoes, 1);
    return this.#output(collector);
  }

  /** The same two sides are multiplied once: a distribution always stands for the same part of the evidence. */
  product(left: Distribution, right: Distribution, within: Surroundings): Distribution {
    const products = this.#products[left.id] ?? new Map<number, Distribution>();
    this.#products[left.id] = products;
    const known = products.get(right.id);
    if (known !== undefined) return known;
    const collector = this.#collectorWithin(within);
    const slots: number[] = [];
    for (let i = 0; i < left.counts.length; i += 1) {
      const need = left.need[i] ?? 0;
      const bound = left.bound[i] ?? 0;
      const total = left.total[i] ?? 0;
      const vetoes = left.vetoes[i] ?? 0;
      const count = left.counts[i] ?? 0;
      for (let j = 0; j < right.counts.length; j += 1) {
        const slot = collector.add(
          need + (right.need[j] ?? 0),
          bound + (right.bound[j] ?? 0),
          total + (right.total[j] ?? 0),
          vetoes | (right.vetoes[j] ?? 0),
          count * (right.counts[j] ?? 0),
        );
        if (this.#recorded) slots.push(slot);
      }
    }
    this.#work += left.counts.length * right.counts.length;
    const output = this.#output(collector);
    products.set(right.id, output);
    if (this.#recorded) this.gates.push({ kind: "product", left, right, output, slots });
    return output;
  }

  /** Sums inputs, each shifted by the tally of what fires in its state of the variable. */
  mix(
    variable: number,
    terms: readonly { readonly state: number; readonly input: Distribution; readonly shift: Tally }[],
    within: Surroundings,
  ): Distribution {
    const collector = this.#collectorWithin(within);
    const recorded = terms.map(({ state, input, shift }): Term => {
      this.#work += input.counts.length;
      const slots = input.counts.map((count, i) =>
        collector.add(
          (input.need[i] ?? 0) + shift.need,
          (input.bound[i] ?? 0) + shift.bound,
          (input.total[i] ?? 0) + shift.total,
          (input.vetoes[i] ?? 0) | shift.vetoes,
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
