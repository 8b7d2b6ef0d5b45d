import type { Reach } from "./analysis.js";
import type { Answers } from "./answers.js";
import type { RuleKind } from "./pack.js";
import type { Style, Verdict } from "./verdict.js";

/** Answers that show something, without implied ones, and the verdict on them. */
export interface Witness {
  readonly answers: Answers;
  readonly verdict: Verdict;
}

/** The effect of another answer to one question: the others stay as they are, except for what the new answer implies. */
export interface Transition {
  readonly before: Witness;
  readonly after: Witness;
}

/** A profile whose verdict depends on one given. */
export interface GivenWitness extends Witness {
  /** The verdict without the given. */
  readonly without: Verdict;
}

/**
 * Whether something happens anywhere in the space of answers: shown by a witness, excluded by an exhaustive count, or
 * unknown because that count is out of reach.
 */
export type Finding<Shown> =
  | { readonly kind: "shown"; readonly witness: Shown }
  | { readonly kind: "excluded" }
  | {
      readonly kind: "unknown";
      /** The questions that are tied together too closely. */
      readonly questions: readonly string[];
    };

/**
 * A rule, and in how many profiles it fires: 0 is never, `PackStatistics.profiles` is always, null is out of
 * reach, and then no profile is shown.
 */
export interface FiringStatistics {
  readonly kind: RuleKind;
  readonly id: string;
  readonly profiles: bigint | null;
  /** A profile on which it fires; null if there is none. */
  readonly fires: Witness | null;
  /** A profile on which it does not fire; null if there is none. */
  readonly rests: Witness | null;
}

export interface GivenStatistics {
  readonly given: string;
  /** Removing the given alone would change a verdict. */
  readonly decides: Finding<GivenWitness>;
}

export interface QuestionStatistics {
  readonly question: string;
  /** Some other answer to it changes a verdict. */
  readonly changesVerdict: Finding<Transition>;
}

export interface DirectionStatistics {
  readonly question: string;
  readonly direction: Style;
  /**
   * More of it moves a verdict the other way (from less to more stateful or the reverse; `undecided` does not count).
   */
  readonly violated: Finding<Transition>;
}

/**
 * Facts about the whole space of answers: every *profile*, that is every way of answering all questions in which a
 * question takes its implied answer if it has one. Counted, not sampled.
 */
export interface PackStatistics {
  /** Null if counting them is out of reach; then counting anything else is, too. */
  readonly profiles: bigint | null;
  /** Profiles by verdict; null if counting them is out of reach. */
  readonly verdicts: Reach | null;
  /** An example profile for each verdict that has one. */
  readonly examples: readonly Witness[];
  /** In the pack's order. */
  readonly firing: readonly FiringStatistics[];
  readonly givens: readonly GivenStatistics[];
  readonly questions: readonly QuestionStatistics[];
  /** One for each question that declares a direction. */
  readonly directions: readonly DirectionStatistics[];
  /** Why the verdicts cannot be counted: questions tied together so closely that tables grow too large. */
  readonly outOfReach: OutOfReachStatistics | null;
}

export interface OutOfReachStatistics {
  /** The questions of the largest table. */
  readonly questions: readonly string[];
  /** The number of cells that the tables would have. */
  readonly cells: number;
}
