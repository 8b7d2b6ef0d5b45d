import type { Term, Variable } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { maskOf, type Possible } from "../../model/profile.js";
import { Work } from "../pairs/work.js";
import type { SampledProfiles, ScoredProfile } from "./sampled-profiles.js";

/** The most rules to look at among sampled profiles, for searches of one kind together. */
const mostLooks = 5_000_000;

/** Most searches find something at once, so that each may take this many times its share. */
const shares = 20;

/** The most work of exact searches: of one kind together, and of each. */
const mostWork = { all: 1_500_000, each: 1_200_000 };

/** What it takes to divide and plan a space: by rule, and by pair of variables. */
const beginning = { rule: 64, pair: 3 };

/**
 * What searches of one kind may take: a look at some profiles each, and exact searches as long as there is work left.
 */
export class SearchEffort {
  readonly samples: SampledProfiles;
  readonly #most: number;
  readonly #work = new Work(mostWork.all);
  #left = mostLooks;

  /** @param searches how many there are */
  constructor(samples: SampledProfiles, searches: number) {
    this.samples = samples;
    this.#most = (mostLooks / Math.max(searches, 1)) * shares;
  }

  /** The profiles to look at for one search. */
  *profiles(): Generator<ScoredProfile> {
    const before = this.samples.looked;
    try {
      for (const profile of this.samples.profiles) {
        const looks = this.samples.looked - before;
        if (looks > this.#most || looks > this.#left) return;
        yield profile;
      }
    } finally {
      this.#left -= this.samples.looked - before;
    }
  }

  /**
   * The work of one exact search, what it takes to begin already spent.
   * @throws OutOfReach if none is left
   */
  work({ variables, rules }: CompiledPack): Work {
    const part = this.#work.part(mostWork.each);
    part.spend(rules.length * beginning.rule + variables.length ** 2 * beginning.pair, variables, []);
    return part;
  }
}

/** What a partly known profile knows, as a term. */
export function termOf(variables: readonly Variable[], possible: Possible): Term {
  return variables
    .map((variable) => ({ variable, mask: maskOf(possible, variable) }))
    .filter(({ variable, mask }) => mask !== variable.full);
}
