/** Where in a text something stands; line and column count from 1, `lineText` is the line itself. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many columns the marked part is wide; at least 1. */
  readonly width: number;
  readonly lineText: string;
}

export type Severity = "error" | "warning";

interface ProblemBase {
  readonly severity: Severity;
  /** The file, and the place in it where one is known. */
  readonly file: string;
  readonly at: Location | null;
}

/** What can be wrong with any file. Wording lives in `wording.ts` and its two tables alone. */
export type InputProblem =
  | { readonly code: "unreadable-file"; readonly reason: string }
  | { readonly code: "unwritable-file"; readonly reason: string }
  /** `input` is what the file that would be replaced is called where it is read. */
  | { readonly code: "output-is-input"; readonly input: string }
  | { readonly code: "output-twice"; readonly first: string }
  /** `bytes` is null where it is read no further than to the limit. */
  | { readonly code: "no-cases" }
  | { readonly code: "file-too-large"; readonly bytes: number | null; readonly limit: number }
  /** `bytes` is null where reading ended within the line, `limit` bytes into it. */
  | { readonly code: "line-too-long"; readonly bytes: number | null; readonly limit: number }
  | { readonly code: "not-utf8" }
  | { readonly code: "empty-document" }
  | { readonly code: "syntax"; readonly message: string; readonly further: number }
  | { readonly code: "duplicate-key"; readonly key: string }
  | { readonly code: "unknown-tag"; readonly tag: string }
  | { readonly code: "unknown-alias"; readonly alias: string }
  | { readonly code: "too-many-aliases"; readonly limit: number }
  | { readonly code: "too-deep"; readonly limit: number }
  /** `what` is plural: documents, surfaces. */
  | { readonly code: "too-many"; readonly what: string; readonly limit: number }
  /** Besides those that are listed for the file. */
  | { readonly code: "more-problems"; readonly count: number }
  /** With this file, all that are read hold more than so many surfaces. `lines`: JSON Lines could hold them. */
  | { readonly code: "too-many-in-all"; readonly limit: number; readonly lines: boolean }
  | { readonly code: "key-too-long"; readonly limit: number }
  | {
      readonly code: "unknown-key";
      readonly key: string;
      readonly where: string;
      readonly known: readonly string[];
    }
  | { readonly code: "missing-key"; readonly key: string; readonly where: string }
  | { readonly code: "wrong-type"; readonly where: string; readonly expected: string; readonly found: string }
  | {
      readonly code: "not-allowed";
      readonly where: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: "out-of-range";
      readonly where: string;
      readonly expected: string;
      readonly found: string;
    }
  | {
      readonly code: "unknown-id";
      readonly kind: string;
      readonly id: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: "unknown-option";
      readonly question: string;
      readonly option: string;
      readonly known: readonly string[];
    }
  | { readonly code: "one-answer-only"; readonly question: string }
  | { readonly code: "none-with-others"; readonly question: string; readonly none: string }
  | { readonly code: "repeated-option"; readonly question: string; readonly option: string }
  | { readonly code: "bad-date"; readonly found: string }
  | { readonly code: "misplaced-decision" }
  | { readonly code: "bad-setting"; readonly text: string; readonly expected: string };

/** What only the author of a pack can get wrong. */
export type PackProblem =
  | { readonly code: "duplicate-id"; readonly id: string; readonly kind: string; readonly first: string }
  | { readonly code: "not-ordered"; readonly question: string }
  | { readonly code: "weight-mismatch"; readonly id: string; readonly favours: string }
  | { readonly code: "no-mitigation"; readonly id: string }
  | { readonly code: "mitigation-on-advantage"; readonly id: string }
  | { readonly code: "implication-cycle"; readonly questions: readonly string[] }
  | { readonly code: "implication-conflict"; readonly question: string; readonly answers: readonly string[] }
  | { readonly code: "implication-of-several"; readonly question: string }
  | { readonly code: "condition-too-complex"; readonly id: string; readonly limit: number }
  | { readonly code: "always-holds"; readonly id: string }
  | { readonly code: "missing-header" }
  | { readonly code: "two-headers"; readonly first: string }
  | { readonly code: "nothing-to-override"; readonly id: string; readonly known: readonly string[] }
  | { readonly code: "extends-cycle"; readonly names: readonly string[] }
  | { readonly code: "extends-not-found"; readonly name: string; readonly reason: string }
  | {
      readonly code: "option-order";
      readonly question: string;
      readonly least: string;
      readonly most: string;
    }
  | { readonly code: "none-not-alone"; readonly question: string }
  | {
      readonly code: "pattern-place";
      readonly id: string;
      readonly pattern: string;
      readonly place: string;
      readonly patternPlace: string;
    }
  | { readonly code: "pattern-missing"; readonly id: string; readonly place: string }
  | { readonly code: "id-in-base"; readonly id: string; readonly base: string }
  | { readonly code: "unknown-entry"; readonly id: string; readonly near: readonly string[] };

/** What can stand in the way of recording a decision, or of writing into a document. */
export type ReviewProblem =
  | { readonly code: "choice-needed"; readonly option: string; readonly known: readonly string[] }
  | {
      readonly code: "unexplained-deviation";
      readonly style: string;
      readonly verdict: string;
      readonly missing: readonly string[];
    }
  | { readonly code: "until-passed"; readonly until: string; readonly today: string }
  | { readonly code: "until-without-deviation"; readonly style: string }
  | { readonly code: "shared-by-alias"; readonly surface: string }
  | { readonly code: "file-exists" }
  | { readonly code: "no-markers" }
  | { readonly code: "marker-without-end"; readonly id: string }
  | { readonly code: "marker-without-begin"; readonly id: string }
  | { readonly code: "marker-repeated"; readonly id: string; readonly first: number };

export type ProblemDetail = InputProblem | PackProblem | ReviewProblem;

export type Problem = ProblemBase & ProblemDetail;
export type ProblemCode = ProblemDetail["code"];

/** A value, or every problem that stands in its way. Warnings may come with a value. */
export type Outcome<Value> =
  | { readonly kind: "ok"; readonly value: Value; readonly warnings: readonly Problem[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

export const ok = <Value>(value: Value, warnings: readonly Problem[] = []): Outcome<Value> => ({
  kind: "ok",
  value,
  warnings,
});

export const failed = <Value>(problems: readonly Problem[]): Outcome<Value> => ({ kind: "failed", problems });
