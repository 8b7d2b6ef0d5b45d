import { distributionOver, eliminate } from "../../count/eliminate.js";
import type { Distribution } from "../../count/tally.js";
import { CanonicalForm, type Collector, type Remaining, TallyIndex } from "../../count/tally-collector.js";
import { possibleAt, traceOf } from "../../count/trace.js";
import { verdictOver } from "../../count/verdict-counts.js";
import { at } from "../../model/at.js";
import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Transition } from "../../model/pack-statistics.js";
import type { Verdict } from "../../model/verdict.js";
import {
  firstOf,
  firstTally,
  firstVetoes,
  type Moves,
  type PairSpace,
  packed,
  packedVetoes,
  pairSpaceOf,
  secondOf,
  secondTally,
  secondVetoes,
  sideOfRange,
} from "./pair-space.js";
import { witnessOf } from "./witness.js";

/**
 * A pair of profiles that differ in one question (see `PairSpace`) and whose verdicts differ as wanted, or null if
 * there is no such pair in the whole space.
 * @throws OutOfReach if the tables would be too large
 */
export function findPair(
  pack: CompiledPack,
  question: CompiledQuestion,
  moves: Moves,
  wanted: (before: Verdict, after: Verdict) => boolean,
): Transition | null {
  const space = pairSpaceOf(pack, question, moves);
  const elimination = eliminate(space, { collectorWithin: (within) => new PairCollector(within) });
  const root = distributionOver(elimination);
  if (root === null) return null;
  const verdictAt = verdictOver(space);
  const slot = root.tallies.findIndex((pair) => {
    const [before, after] = [verdictAt(firstTally(pair)), verdictAt(secondTally(pair))];
    return before !== after && wanted(before, after);
  });
  return slot < 0 ? null : transitionAt(pack, space, traceOf(elimination.circuit, root, slot));
}

function transitionAt(pack: CompiledPack, space: PairSpace, assignment: readonly number[]): Transition {
  const single = { ...space, variables: space.variables.slice(0, space.twins.length) };
  const after = space.twins.map((twin) => at(assignment, twin));
  return {
    before: witnessOf(pack, possibleAt(pack, single, assignment)),
    after: witnessOf(pack, possibleAt(pack, single, after)),
  };
}

/**
 * Gathers tallies of pairs, each side in its canonical form. If nothing to come counts on one side only, sides that are
 * equal stay equal; as no finding depends on such pairs, they are all kept as one.
 */
export class PairCollector implements Collector {
  readonly #index = new TallyIndex();
  readonly #first: CanonicalForm;
  readonly #second: CanonicalForm;
  readonly #enough: number;
  /** True if nothing to come counts on one side only. */
  readonly #parted: boolean;

  constructor(within: Remaining) {
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

/** A pair space has no base, so no veto fires in any case. */
function sideOf({ own, rest, enough, vetoes }: Remaining, side: typeof firstOf): Remaining {
  return { own: sideOfRange(own, side), rest: sideOfRange(rest, side), enough, vetoes };
}
