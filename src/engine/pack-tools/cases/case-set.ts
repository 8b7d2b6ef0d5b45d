import type { Answers, Position } from "../../model/answers.js";
import type { Place, StateConcern, Style, Verdict } from "../../model/verdict.js";

/** What answers must come to; a list left out demands nothing. */
export interface Expectation {
  /** Null where any will do. */
  readonly verdict: Verdict | null;
  /** Ids of rules and vetoes. */
  readonly fires: readonly string[];
  readonly notFires: readonly string[];
  readonly placement: ReadonlyMap<StateConcern, Place>;
}

/** Answers that show a pack at work, and what it must make of them. */
export interface PackCase {
  readonly id: string;
  readonly about: string;
  readonly answers: Answers;
  readonly expect: Expectation;
  readonly at: Position;
}

/** The documented decision of a real system, and its needs as answers. */
export interface RealSystem {
  /** Name of its file, without the ending. */
  readonly id: string;
  readonly system: string;
  readonly surface: string;
  readonly documented: Style | "hybrid";
  readonly because: string;
  readonly confidence: "low" | "medium" | "high";
  readonly sources: readonly string[];
  /** What it teaches that the pack calls it the opposite pure style; null where it is not known to. */
  readonly contradicts: string | null;
  readonly answers: Answers;
  readonly at: Position;
}

export interface CaseSet {
  readonly cases: readonly PackCase[];
  readonly systems: readonly RealSystem[];
}
