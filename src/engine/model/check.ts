import type { Position, RecordedDecision } from "./answers.js";
import type { RuleKind } from "./pack.js";
import type { UnconfirmedAnswer } from "./unconfirmed.js";
import type { Concern, Grade, Verdict } from "./verdict.js";

/** The optional demands of a check. */
export interface CheckTerms {
  /** A surface without a decision fails. */
  readonly requireDecision: boolean;
  /** A decisive answer of an agent fails until a person confirms it. */
  readonly requireConfirmed: boolean;
  /** The least grade that a verdict may have; null: any. */
  readonly leastGrade: Grade | null;
  /** Answers that do not fit each other fail. */
  readonly noClashes: boolean;
  /** A decision that differs from the recommendation fails, whatever its reason. */
  readonly noDeviations: boolean;
  /** For how many days after today a deviation may be accepted; null: any number. */
  readonly maxDeviation: number | null;
  /** The least length of a deviation's reason, in characters; null: any. */
  readonly minReason: number | null;
  /** A decision whose review is overdue fails. */
  readonly noOverdueReviews: boolean;
  /** For how many days ahead to say which deviations end and which reviews are due; 0: not at all. */
  readonly soon: number;
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
}

/** A rule that holds now and speaks against a decided style. */
export interface Objection {
  readonly kind: RuleKind;
  readonly id: string;
  readonly concern: Concern;
  /** Points, 1..5; null for a kind that has none. */
  readonly points: number | null;
  readonly because: string;
  /** The questions that made it fire. */
  readonly questions: readonly string[];
}

/** The options of one answer, then and now; null: not answered. */
export interface AnswerChange {
  readonly question: string;
  readonly was: readonly string[] | null;
  readonly is: readonly string[] | null;
}

/** How the answers differ from those of the decision; unknown if only their digest was recorded. */
export type Drift =
  | { readonly kind: "known"; readonly changes: readonly AnswerChange[] }
  | { readonly kind: "unknown" };

export interface ClashFacts {
  readonly clash: string;
  readonly because: string;
  readonly questions: readonly string[];
  /** The question whose answer to look at again. */
  readonly reconsider: string;
}

/** The number of the decision model, then and now. */
export interface Models {
  readonly was: number;
  readonly is: number;
}

/** A finding of a check on one surface. The kinds are stable: reports use them as rule ids. */
export type CheckFinding =
  | { readonly kind: "no-decision" }
  | { readonly kind: "undecided" }
  /** An agent gave this answer, and another would change the verdict or a place. */
  | ({ readonly kind: "answer-unconfirmed" } & UnconfirmedAnswer)
  /** Answers that do not fit each other: `clash` is only said, `clash-not-allowed` fails (`CheckTerms.noClashes`). */
  | ({ readonly kind: "clash" } & ClashFacts)
  | ({ readonly kind: "clash-not-allowed" } & ClashFacts)
  | { readonly kind: "low-grade"; readonly grade: Grade | null; readonly least: Grade }
  | {
      readonly kind: "deviation-unexplained";
      readonly missing: readonly ("because" | "until")[];
      readonly against: readonly Objection[];
    }
  | { readonly kind: "deviation-expired"; readonly until: string; readonly against: readonly Objection[] }
  | {
      readonly kind: "deviation-accepted";
      readonly until: string;
      /** Whole days after today on which it is still accepted; 0 on the last. */
      readonly daysLeft: number;
      readonly against: readonly Objection[];
    }
  /** The same deviation, if it is accepted no longer than for the days ahead (`CheckTerms.soon`). */
  | { readonly kind: "deviation-ends-soon"; readonly until: string; readonly daysLeft: number }
  /** Fails where no deviations are allowed (`CheckTerms.noDeviations`). */
  | { readonly kind: "deviation-not-allowed"; readonly against: readonly Objection[] }
  | {
      readonly kind: "deviation-too-long";
      readonly until: string;
      readonly daysLeft: number;
      readonly most: number;
      readonly against: readonly Objection[];
    }
  | {
      readonly kind: "deviation-reason-too-short";
      /** In characters. */
      readonly length: number;
      readonly least: number;
    }
  | { readonly kind: "deviation-not-needed"; readonly until: string }
  /** The day of its review is within the days ahead (`CheckTerms.soon`). */
  | { readonly kind: "review-due-soon"; readonly reviewBy: string; readonly daysLeft: number }
  /** That day is past: `review-overdue` is only said, the other fails (`CheckTerms.noOverdueReviews`). */
  | { readonly kind: "review-overdue"; readonly reviewBy: string }
  | { readonly kind: "review-overdue-not-allowed"; readonly reviewBy: string }
  | { readonly kind: "answers-changed"; readonly drift: Drift }
  /** The recorded answers do not match the recorded digest. */
  | { readonly kind: "basis-mismatch" }
  | {
      readonly kind: "pack-changed";
      /** `name@version`, or the whole identity if both have that in common. */
      readonly was: string;
      readonly is: string;
      /** Set if the decision was taken under another model: `rules diff` cannot read its pack. */
      readonly models: Models | null;
      readonly against: readonly Objection[];
    }
  /** Decided under another model, and as recommended by today's. */
  | ({ readonly kind: "other-model" } & Models);

/** Why a decision no longer matches the answers. */
export type Lapse = Extract<CheckFinding, { readonly kind: "answers-changed" | "basis-mismatch" }>;

export type FindingKind = CheckFinding["kind"];
/** Gravest first. An error makes the check fail; a warning calls for action and passes; a note is only shown. */
export const levels = ["error", "warning", "note"] as const;
export type FindingLevel = (typeof levels)[number];

export const findingLevels = {
  "no-decision": "error",
  undecided: "error",
  "answer-unconfirmed": "error",
  clash: "note",
  "clash-not-allowed": "error",
  "low-grade": "error",
  "deviation-unexplained": "error",
  "deviation-expired": "error",
  "deviation-accepted": "note",
  "deviation-ends-soon": "note",
  "deviation-not-allowed": "error",
  "deviation-too-long": "error",
  "deviation-reason-too-short": "error",
  "deviation-not-needed": "note",
  "review-due-soon": "note",
  "review-overdue": "warning",
  "review-overdue-not-allowed": "error",
  "answers-changed": "error",
  "basis-mismatch": "error",
  "pack-changed": "error",
  "other-model": "note",
} as const satisfies Readonly<Record<FindingKind, FindingLevel>>;

/** One surface, checked. */
export interface CheckedSurface {
  readonly service: string;
  readonly surface: string;
  readonly source: string;
  /** The place of the decision, or of the surface if there is none. */
  readonly at: Position;
  readonly verdict: Verdict;
  readonly grade: Grade | null;
  readonly decision: RecordedDecision | null;
  readonly findings: readonly CheckFinding[];
  /** True if no finding is an error. */
  readonly passes: boolean;
}
