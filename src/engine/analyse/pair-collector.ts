import type { Distribution } from "./distribution.js";
import {
  firstOf,
  packed,
  packedVetoes,
  type Side,
  secondOf,
  sideOfRange,
  sideOfTally,
} from "./pair-tally.js";
import { CanonicalForm, type Collector, type Surroundings } from "./tally-collector.js";
import { TallyIndex } from "./tally-index.js";

/** Gathers tallies of pairs, each side in its canonical form. */
export class PairCollector implements Collector {
  readonly #index = new TallyIndex();
  readonly #first: CanonicalForm;
  readonly #second: CanonicalForm;
  readonly #enough: number;

  constructor(within: Surroundings) {
    this.#first = new CanonicalForm(sideOf(within, firstOf));
    this.#second = new CanonicalForm(sideOf(within, secondOf));
    this.#enough = within.enough;
  }

  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    const pair = { need, bound, total, vetoes };
    const [a, b] = [sideOfTally(pair, firstOf), sideOfTally(pair, secondOf)];
    const [first, second] = [this.#first, this.#second];
    first.set(a.need, a.bound, a.vetoes);
    second.set(b.need, b.bound, b.vetoes);
    return this.#index.add(
      packed(first.need, second.need),
      packed(first.bound, second.bound),
      packed(Math.min(a.total, this.#enough), Math.min(b.total, this.#enough)),
      packedVetoes(first.vetoes, second.vetoes),
      count,
    );
  }

  distribution(id: number): Distribution {
    return this.#index.distribution(id);
  }
}

/** A pair space has no base, so nothing fires in any case. */
function sideOf({ own, rest, enough, vetoes }: Surroundings, side: Side): Surroundings {
  return { own: sideOfRange(own, side), rest: sideOfRange(rest, side), enough, vetoes };
}
