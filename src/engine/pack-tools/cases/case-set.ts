import type { Answers, Position } from "../../model/answers.js";
import type { Concern, DecidedVerdict, Place, Verdict } from "../../model/verdict.js";

/** What a case expects of a run; a part left out expects nothing. */
export interface Expectation {
  /** Null accepts any. */
  readonly verdict: Verdict | null;
  /** Ids of rules. */
  readonly fires: readonly string[];
  readonly notFires: readonly string[];
  readonly placement: ReadonlyMap<Concern, Place>;
  /** Ids of patterns. */
  readonly pattern: ReadonlyMap<Concern, string>;
  readonly beside: ReadonlyMap<Concern, string>;
  /** The pattern of the second home; null expects nothing. */
  readonly backedBy: string | null;
  /** Ids of clashes that must be found. */
  readonly clashes: readonly string[];
}

/** Answers that show a pack at work, and what is expected of them. */
export interface PackCase {
  readonly id: string;
  readonly about: string;
  readonly answers: Answers;
  readonly expect: Expectation;
  readonly at: Position;
}

/** The documented decision of a real system, and its needs as answers. */
export interface RealSystem {
  /** The name of its file, without the extension. */
  readonly id: string;
  readonly system: string;
  readonly surface: string;
  readonly documented: DecidedVerdict;
  readonly because: string;
  readonly confidence: "low" | "medium" | "high";
  readonly sources: readonly string[];
  /** Explains why the pack gives it the opposite pure style; null if that is not known. */
  readonly contradicts: string | null;
  readonly answers: Answers;
  readonly at: Position;
}

export interface CaseSet {
  readonly cases: readonly PackCase[];
  readonly systems: readonly RealSystem[];
}

export const confidences = ["low", "medium", "high"] as const;
