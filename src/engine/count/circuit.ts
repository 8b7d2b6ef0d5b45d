import { at } from "../model/at.js";
import type { Budget } from "./budget.js";
import type { Remaining } from "./canonical-form.js";
import { Collector, type Distribution } from "./distribution.js";
import type { Tally } from "./tally.js";
import { addScaled, type Ways, waysWidth, zeros } from "./ways.js";

/** Distribution of the sums of one tally from each side, taken independently. */
export interface Product {
  readonly kind: "product";
  readonly left: Distribution;
  readonly right: Distribution;
  readonly output: Distribution;
  /** The position of the sum of tallies i and j in the output, at `i * right.counts.length + j`. */
  readonly slots: Int32Array;
}

/** Sum over the classes of a variable: one term each, shifted by what fires in that class. */
export interface Mix {
  readonly kind: "mix";
  readonly position: number;
  readonly terms: readonly MixTerm[];
  readonly output: Distribution;
}

export interface MixTerm {
  readonly class: number;
  /** The number of states in the class. */
  readonly weight: number;
  readonly input: Distribution;
  /** The position of each tally of the input in the output. */
  readonly slots: readonly number[];
}

/** The ways that the tallies of one concern stand for. */
export interface Close {
  readonly kind: "close";
  readonly input: Distribution;
  /** By tally: the components that it counts for, as bits. */
  readonly components: readonly number[];
  readonly output: Ways;
}

/** Ways that hold independently, multiplied component by component. */
export interface Times {
  readonly kind: "times";
  readonly left: Ways;
  readonly right: Ways;
  readonly output: Ways;
}

/** Sum of ways over the classes of a variable. */
export interface Sum {
  readonly kind: "sum";
  readonly position: number;
  readonly terms: readonly SumTerm[];
  readonly output: Ways;
}

export interface SumTerm {
  readonly class: number;
  readonly weight: number;
  readonly input: Ways;
}

/** What a gate costs beside the tallies that go through it, in steps. */
const gateSteps = 10;

export type Gate = Product | Mix | Close | Times | Sum;

/**
 * A record of a calculation with distributions and ways, each gate after those that it reads, so that it can be repeated
 * with other numbers and differentiated (Darwiche, "A differential approach to inference in Bayesian networks",
 * Journal of the ACM 50, 2003).
 */
export class Circuit {
  readonly gates: Gate[] = [];
  readonly budget: Budget;
  readonly #recorded: boolean;
  /** By id of the left side, then of the right. */
  readonly #products = new Map<number, Map<number, Distribution>>();
  readonly #times = new Map<number, Map<number, Ways>>();
  readonly #closed = new Map<number, Ways>();
  /** The next id; distributions and ways share one series. */
  #next = 0;

  /** @param recorded whether gates are kept */
  constructor(budget: Budget, recorded: boolean) {
    this.budget = budget;
    this.#recorded = recorded;
  }

  /** The number of distributions and ways so far; ids are below it. */
  get size(): number {
    return this.#next;
  }

  /** A constant: one way, with this tally. */
  single({ need, place, flags }: Tally, within: Remaining): Distribution {
    const collector = new Collector(within);
    collector.add(need, place, flags, 1);
    return collector.distribution(this.#id());
  }

  /** The same two sides are multiplied only once: a distribution always represents the same part of the rules. */
  product(left: Distribution, right: Distribution, within: Remaining): Distribution {
    const products = this.#products.get(left.id) ?? new Map<number, Distribution>();
    this.#products.set(left.id, products);
    const known = products.get(right.id);
    if (known !== undefined) return known;
    const length = right.counts.length;
    this.budget.spend(left.counts.length * length);
    const collector = new Collector(within);
    const slots = new Int32Array(this.#recorded ? left.counts.length * length : 0);
    let pair = 0;
    for (let i = 0; i < left.counts.length; i += 1) {
      const [need, place, flags, count] = [
        at(left.need, i),
        at(left.place, i),
        at(left.flags, i),
        at(left.counts, i),
      ];
      for (let j = 0; j < length; j += 1) {
        const slot = collector.add(
          need + at(right.need, j),
          place + at(right.place, j),
          flags | at(right.flags, j),
          count * at(right.counts, j),
        );
        if (this.#recorded) slots[pair] = slot;
        pair += 1;
      }
    }
    const output = collector.distribution(this.#id());
    products.set(right.id, output);
    if (this.#recorded) this.gates.push({ kind: "product", left, right, output, slots });
    return output;
  }

  /** Sums inputs, each shifted by the tally of what fires in its class of the variable. */
  mix(
    position: number,
    terms: readonly (Omit<MixTerm, "slots"> & { readonly shift: Tally })[],
    within: Remaining,
  ): Distribution {
    const collector = new Collector(within);
    const recorded = terms.map(({ class: of, weight, input, shift }): MixTerm => {
      this.budget.spend(input.counts.length);
      const slots = input.counts.map((count, i) =>
        collector.add(
          at(input.need, i) + shift.need,
          at(input.place, i) + shift.place,
          at(input.flags, i) | shift.flags,
          weight * count,
        ),
      );
      return { class: of, weight, input, slots };
    });
    const output = collector.distribution(this.#id());
    if (this.#recorded) this.gates.push({ kind: "mix", position, terms: recorded, output });
    return output;
  }

  /** @param componentsOf the components that a tally counts for, as bits */
  close(input: Distribution, componentsOf: (tally: Tally) => number): Ways {
    const known = this.#closed.get(input.id);
    if (known !== undefined) return known;
    const components = input.counts.map((_, i) =>
      componentsOf({ need: at(input.need, i), place: at(input.place, i), flags: at(input.flags, i) }),
    );
    const counts = zeros();
    for (const [i, bits] of components.entries())
      for (let component = 0; component < waysWidth; component += 1)
        if ((bits & (1 << component)) !== 0) counts[component] = at(counts, component) + at(input.counts, i);
    const output = this.#ways(counts);
    this.#closed.set(input.id, output);
    if (this.#recorded) this.gates.push({ kind: "close", input, components, output });
    return output;
  }

  times(left: Ways, right: Ways): Ways {
    const times = this.#times.get(left.id) ?? new Map<number, Ways>();
    this.#times.set(left.id, times);
    const known = times.get(right.id);
    if (known !== undefined) return known;
    const output = this.#ways(left.counts.map((count, component) => count * at(right.counts, component)));
    times.set(right.id, output);
    if (this.#recorded) this.gates.push({ kind: "times", left, right, output });
    return output;
  }

  sum(position: number, terms: readonly SumTerm[]): Ways {
    const counts = zeros();
    for (const { weight, input } of terms) addScaled(counts, input.counts, weight);
    const output = this.#ways(counts);
    if (this.#recorded) this.gates.push({ kind: "sum", position, terms, output });
    return output;
  }

  /** One way, which counts for these components. */
  constant(components: number): Ways {
    return this.#ways(zeros().map((_, component) => ((components & (1 << component)) === 0 ? 0 : 1)));
  }

  #ways(counts: readonly number[]): Ways {
    return { id: this.#id(), counts };
  }

  #id(): number {
    this.budget.spend(gateSteps);
    this.#next += 1;
    return this.#next - 1;
  }
}
