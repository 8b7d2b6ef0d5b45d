import type { Distribution } from "../../count/distribution.js";
import { CanonicalForm, type Collector, type Surroundings } from "../../count/tally-collector.js";
import { TallyIndex } from "../../count/tally-index.js";
import {
  firstOf,
  firstVetoes,
  packed,
  packedVetoes,
  secondOf,
  secondVetoes,
  sideOfRange,
} from "./pair-tally.js";

/**
 * Gathers tallies of pairs, each side in its canonical form. Sides that are alike once nothing to come counts on one
 * side only stay alike; as no finding hangs on such pairs, they are all kept as one.
 */
export class PairCollector implements Collector {
  readonly #index = new TallyIndex();
  readonly #first: CanonicalForm;
  readonly #second: CanonicalForm;
  readonly #enough: number;
  /** Nothing to come counts on one side only. */
  readonly #parted: boolean;

  constructor(within: Surroundings) {
    this.#first = new CanonicalForm(sideOf(within, firstOf));
    this.#second = new CanonicalForm(sideOf(within, secondOf));
    this.#enough = within.enough;
    this.#parted = within.rest.oneSided === 0;
  }

  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const first = this.#first;
    const second = this.#second;
    first.set(firstOf(need), firstOf(bound), firstVetoes(vetoes));
    second.set(secondOf(need), secondOf(bound), secondVetoes(vetoes));
    const firstTotal = Math.min(firstOf(total), this.#enough);
    const secondTotal = Math.min(secondOf(total), this.#enough);
    if (this.#parted && firstTotal === secondTotal && first.equals(second))
      return this.#index.add(0, 0, 0, 0, count);
    return this.#index.add(
      packed(first.need, second.need),
      packed(first.bound, second.bound),
      packed(firstTotal, secondTotal),
      packedVetoes(first.vetoes, second.vetoes),
      count,
    );
  }

  distribution(id: number): Distribution {
    return this.#index.distribution(id);
  }
}

/** A pair space has no base, so nothing fires in any case. */
function sideOf({ own, rest, enough, vetoes }: Surroundings, side: typeof firstOf): Surroundings {
  return { own: sideOfRange(own, side), rest: sideOfRange(rest, side), enough, vetoes };
}
