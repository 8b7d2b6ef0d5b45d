import type { Distribution } from "./distribution.js";
import type { Range } from "./range.js";
import { vetoBit } from "./tally.js";
import { TallyIndex } from "./tally-index.js";

/** What a distribution is part of: what lies outside it will still be added to its tallies. */
export interface Surroundings {
  /** How far the part itself can move the signals. */
  readonly own: Range;
  /** How far all else can, what fires in any case counted in. */
  readonly rest: Range;
  /** Totals beyond this make no difference. */
  readonly enough: number;
  /** Vetoes that fire in any case. */
  readonly vetoes: number;
}

/** Gathers tallies and their counts into a distribution. */
export interface Collector {
  /** Returns where the tally is kept. */
  add(need: number, bound: number, total: number, vetoes: number, count: number): number;
  distribution(id: number): Distribution;
}

/** Gathers tallies in their canonical form. */
export class TallyCollector implements Collector {
  readonly #index = new TallyIndex();
  readonly #form: CanonicalForm;
  readonly #enough: number;

  constructor(within: Surroundings) {
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
 * The form in which tallies that no rest can tell apart are one: a signal whose sign the rest cannot change is cut to the
 * nearest value of which the same is true (within the part's own range, on which the other parts rely for the same
 * purpose), and what no longer matters (boundness where no state is needed, a veto of what is out of the question) is
 * dropped. The verdict of every completion stays the same, while far fewer tallies are kept apart.
 * Reused for many tallies: `set` works one out, the fields hold it.
 */
export class CanonicalForm {
  need = 0;
  bound = 0;
  vetoes = 0;
  readonly #within: Surroundings;

  constructor(within: Surroundings) {
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

/** Gathers tallies as they are, for spaces in which few rules count. */
export class PlainCollector implements Collector {
  readonly #index = new TallyIndex();

  add(need: number, bound: number, total: number, vetoes: number, count: number): number {
    return this.#index.add(need, bound, total, vetoes, count);
  }

  distribution(id: number): Distribution {
    return this.#index.distribution(id);
  }
}
