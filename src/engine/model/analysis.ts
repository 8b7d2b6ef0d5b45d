import type { Form } from "./scores.js";
import type { Concern, Grade, PlaceClass, Verdict } from "./verdict.js";

/** Two sums of points that are weighed against each other. */
export interface ConcernForm {
  readonly concern: Concern;
  readonly form: Form;
}

/**
 * How far each weight may be off before the verdict changes by points. `radius` is a share of each weight, 0..1; null:
 * no perturbation of the weights changes the verdict (givens decide, or nothing fired), or it is undecided.
 */
export interface Stability {
  readonly radius: number | null;
  /** The sums that give the radius. */
  readonly at: ConcernForm | null;
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

/** One change of a given answer that moves a single concern to another class of places, whatever the verdict does. */
export interface ConcernTippingPoint {
  readonly concern: Concern;
  readonly change: Change;
  readonly class: PlaceClass;
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
  /**
   * The same if questions answered with `unsure` stay so, for someone who does not find those out; if that is out of reach,
   * the same. 0 for such a question itself.
   */
  readonly valueOfAsking: number;
  /**
   * An answer to it, alone or together with others, can change the present verdict while questions answered with `unsure`
   * stay so. True for every one whose `valueOfAsking` is above 0; if there is none but the verdict can change, for every one
   * that may be needed.
   */
  readonly bearsOnVerdict: boolean;
  /** Some answer to it, with all others left open, changes the present verdict. */
  readonly overturns: boolean;
}

/**
 * `settled`: no open question can change the verdict; `open`: one without a harmless option can alone; `assumed`: only ones
 * with a harmless option can, or only several together.
 */
export const answersTrusts = ["open", "assumed", "settled"] as const;
export type AnswersTrust = (typeof answersTrusts)[number];

/** `thin`: a deciding sum of points is below 2; `givens`: requirements alone decide. */
export const weightsTrusts = ["thin", "tight", "moderate", "robust", "givens"] as const;
export type WeightsTrust = (typeof weightsTrusts)[number];

/** Why a grade is at most `fair`. */
export type GradeCap = "clash" | "few-essentials";

/** How far a verdict can be trusted, in two words, and the grade that sums them up. */
export interface Trust {
  readonly grade: Grade;
  readonly answers: AnswersTrust;
  readonly weights: WeightsTrust;
  /** What keeps the grade from being `firm`, where it would be. */
  readonly caps: readonly GradeCap[];
}

export interface Analysis {
  readonly stability: Stability;
  readonly reach: Reach;
  readonly tippingPoints: TippingPoints;
  /** In the order of the pack's questions. */
  readonly concernTippingPoints: readonly ConcernTippingPoint[];
  /** Most informative first; ties in the pack's order. */
  readonly open: readonly OpenQuestion[];
  /** Null for `undecided`: there is no verdict to trust. */
  readonly trust: Trust | null;
}
