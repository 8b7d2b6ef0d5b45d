import type { Grade, Verdict } from "./verdict.js";

/** Which boundary of the verdict a perturbation of the weights would cross first. */
export type Boundary = "need" | "bound" | "both";

/**
 * How far each weight may be off before the verdict changes by score. `radius` is a share of each weight, 0..1; null
 * radius: no perturbation of the weights below 100 % changes the verdict, or it is undecided.
 */
export interface Stability {
  readonly radius: number | null;
  readonly boundary: Boundary | null;
  /** The verdict on the far side. */
  readonly verdict: Verdict | null;
}

/** The number of completions of the open questions that lead to each verdict. */
export type Reach = Readonly<Record<Verdict, bigint>>;

/** A change of one answer. For a question that takes several, one option is added (`from` null) or dropped (`to` null). */
export interface Change {
  readonly question: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface TippingPoint {
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
}

export interface TippingPoints {
  /** All of the same, smallest size; empty when no change of given answers changes the verdict. */
  readonly points: readonly TippingPoint[];
  /** The number of smallest sets that `points` leaves out (the list is capped); a lower bound if not complete. */
  readonly left: number;
  /** False when the search stopped early, at its limit of size or of work: there may be more sets of this size, or larger ones. */
  readonly complete: boolean;
  /** The largest size of which all sets were tried or provably irrelevant. */
  readonly searched: number;
}

/** An open question and the value of its answer. */
export interface OpenQuestion {
  readonly question: string;
  /**
   * Expected decrease of the verdict's entropy, in bits, every completion being equally likely. For a question that
   * takes several options, if these interact too much to keep all sets of them apart: a lower bound.
   */
  readonly valueOfInformation: number;
  /** Some answer to it, with all others left open, changes the present verdict. */
  readonly overturns: boolean;
}

export interface Analysis {
  readonly stability: Stability;
  readonly reach: Reach;
  readonly tippingPoints: TippingPoints;
  /** Most informative first; ties in the pack's order. */
  readonly open: readonly OpenQuestion[];
  /** Null for `undecided`: there is no verdict to grade. */
  readonly grade: Grade | null;
}
