import type { Concern, PlaceClass } from "../model/verdict.js";

/** A place in a text; line and column count from 1, `lineText` is the whole line. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Width of the marked part in columns; at least 1. */
  readonly width: number;
  readonly lineText: string;
}

export type Severity = "error" | "warning";

interface ProblemBase {
  readonly severity: Severity;
  /** The file, and the place in it; null for a problem of the file as a whole. */
  readonly file: string;
  readonly at: Location | null;
}

/** A problem's code and the parameters of its wording. */
type Coded<Code extends string, Parameters = unknown> = { readonly code: Code } & Readonly<Parameters>;

/** Kinds of documents that can be taken for one another. */
export type DocumentKind = "an answers file" | "a rule pack" | "a config";

/** Problems of any file. `wording.ts` and its four tables turn problems into words. */
export type InputProblem =
  | Coded<"unreadable-file", { reason: string }>
  /** A folder named where files are wanted: answers files in it, if any, and a pattern that takes them. */
  | Coded<"folder-named", { found: readonly string[]; pattern: string | null }>
  | Coded<"closed-folder", { reason: string }>
  | Coded<"no-cases">
  /** `bytes` is null if reading stopped at the limit. */
  | Coded<"file-too-large", { bytes: number | null; limit: number }>
  /** `bytes` is null if reading stopped within the line, after `limit` bytes. */
  | Coded<"line-too-long", { bytes: number | null; limit: number }>
  | Coded<"not-utf8">
  | Coded<"empty-document">
  | Coded<"nothing-piped">
  | Coded<"json-lines">
  | Coded<"syntax", { message: string; further: number }>
  | Coded<"duplicate-key", { key: string }>
  | Coded<"merge-key">
  | Coded<"unknown-tag", { tag: string }>
  | Coded<"unknown-alias", { alias: string }>
  | Coded<"too-many-aliases", { limit: number }>
  | Coded<"too-deep", { limit: number }>
  /** `what` is plural: documents, surfaces. */
  | Coded<"too-many", { what: string; limit: number }>
  /** The number of problems of the file beyond those that were kept. */
  | Coded<"more-problems", { count: number }>
  /** This file takes the total past the limit of surfaces. `lines`: JSON Lines would have no such limit. */
  | Coded<"too-many-in-all", { limit: number; lines: boolean }>
  | Coded<"key-too-long", { limit: number }>
  /** `what` it is, and what is `wanted`, each with its article. */
  | Coded<"other-document", { what: string; wanted: DocumentKind }>
  | Coded<"unknown-key", { key: string; where: string; known: readonly string[] }>
  | Coded<"missing-key", { key: string; where: string }>
  | Coded<"wrong-type", { where: string; expected: string; found: string }>
  | Coded<"not-allowed", { where: string; found: string; known: readonly string[] }>
  | Coded<"out-of-range", { where: string; expected: string; found: string }>
  | Coded<"unknown-id", { kind: string; id: string; known: readonly string[] }>
  | Coded<"unknown-option", { question: string; option: string; known: readonly string[] }>
  | Coded<"one-answer-only", { question: string }>
  | Coded<"none-with-others", { question: string; none: string }>
  | Coded<"repeated-option", { question: string; option: string }>
  /** A warning. `replacedBy` is null if the answer is read as open, or, among several options, without this one. */
  | Coded<"retired-option", { question: string; option: string; replacedBy: string | null }>
  | Coded<"bad-date", { found: string }>
  | Coded<"misplaced-decision">
  /** `names` are those that are looked for. */
  | Coded<"no-answers-file", { names: readonly string[] }>
  | Coded<"unusable-pattern", { pattern: string; reason: string }>
  | Coded<"second-config", { first: string }>
  | Coded<"unread-config", { name: string }>
  | Coded<"bad-setting", { text: string; expected: string }>;

/** Problems that only the author of a pack can cause. */
export type PackProblem =
  | Coded<"duplicate-id", { id: string; kind: string; first: string }>
  | Coded<"not-ordered", { question: string }>
  | Coded<"old-format">
  | Coded<"keeps-nothing", { id: string }>
  /** `last` is the last placement of the list; null if it has none. */
  | Coded<"list-without-end", { concern: Concern; placeClass: PlaceClass; last: string | null }>
  | Coded<"never-bound", { id: string; concern: Concern; place: string; known: readonly string[] }>
  /** The rule `id` reads `question`, if `through` is not null by way of an implication of that question. */
  | Coded<"place-only", { id: string; question: string; through: string | null }>
  | Coded<"reconsiders-other", { id: string; question: string; known: readonly string[] }>
  | Coded<"retired-in-use", { question: string; option: string }>
  | Coded<"backing-place", { id: string; pattern: string; patternPlace: string; known: readonly string[] }>
  | Coded<"no-mitigation", { id: string }>
  | Coded<"mitigation-on-advantage", { id: string }>
  | Coded<"implication-cycle", { questions: readonly string[] }>
  | Coded<"implication-conflict", { question: string; answers: readonly string[] }>
  | Coded<"implication-of-several", { question: string }>
  | Coded<"condition-too-complex", { id: string; limit: number }>
  | Coded<"always-holds", { id: string }>
  | Coded<"radii-crossed", { robust: number; tight: number }>
  | Coded<"missing-header">
  | Coded<"two-headers", { first: string }>
  | Coded<"nothing-to-override", { id: string; known: readonly string[] }>
  | Coded<"extends-cycle", { names: readonly string[] }>
  | Coded<"extends-not-found", { name: string; reason: string }>
  | Coded<"extends-absolute", { name: string }>
  /** `path` is where it was found. */
  | Coded<"extends-no-pack", { name: string; path: string }>
  | Coded<"option-order", { question: string; least: string; most: string }>
  | Coded<"none-not-alone", { question: string }>
  | Coded<"pattern-place", { id: string; pattern: string; place: string; patternPlace: string }>
  | Coded<"beside-nothing", { id: string; beside: string }>
  | Coded<"beside-itself", { id: string; pattern: string }>
  | Coded<"beside-concern", { id: string; pattern: string; concern: Concern; known: readonly string[] }>
  | Coded<
      "beside-place",
      { id: string; pattern: string; place: string; patternPlace: string; known: readonly string[] }
    >
  | Coded<"pattern-missing", { id: string; place: string }>
  | Coded<"id-in-base", { id: string; base: string }>
  | Coded<"unknown-entry", { id: string; near: readonly string[] }>;

/** An answer for a person to confirm: the question's id, the labels of the chosen options, and the note on it. */
export interface AnswerToConfirm {
  readonly question: string;
  readonly labels: string;
  readonly note: string | null;
}

/** Problems that prevent recording a decision or writing into a document. */
export type ReviewProblem =
  /** Several of the kind are called `id`. */
  | Coded<"same-name", { kind: string; id: string }>
  | Coded<"choice-needed", { option: string; known: readonly string[] }>
  | Coded<"unexplained-deviation", { style: string; verdict: string; missing: readonly string[] }>
  | Coded<"day-passed", { day: string; today: string }>
  | Coded<"until-without-deviation", { style: string }>
  /** An agent's answer that decides. */
  | Coded<"unconfirmed-answer", AnswerToConfirm>
  | Coded<"shared-by-alias", { surface: string }>
  | Coded<"no-markers">
  | Coded<"marker-without-end", { id: string }>
  | Coded<"marker-without-begin", { id: string }>
  | Coded<"marker-repeated", { id: string; first: number }>;

/** Problems of a file that should be written. */
export type WriteProblem =
  | Coded<"unwritable-file", { reason: string }>
  /** `input` names the input file that would be overwritten. */
  | Coded<"output-is-input", { input: string }>
  | Coded<"output-twice", { first: string }>
  /** `format` goes into one file. */
  | Coded<"folder-output", { format: string }>
  | Coded<"file-or-folder", { name: string }>
  | Coded<"text-by-ending", { name: string; ending: string; format: string }>
  | Coded<"page-on-terminal">
  | Coded<"file-exists">
  | Coded<"edited-output">
  | Coded<"changed-meanwhile">
  /** `claim` is the temporary file by which another process has claimed this one for longer than `seconds`. */
  | Coded<"busy-file", { claim: string; seconds: number }>
  /** `whole` is the file that has the whole text of a write that was cut short. */
  | Coded<"cut-short", { whole: string }>
  /** The file has been written although another one failed. */
  | Coded<"not-undone", { reason: string }>;

export type ProblemDetail = InputProblem | PackProblem | ReviewProblem | WriteProblem;

export type Problem = ProblemBase & ProblemDetail;
export type ProblemCode = ProblemDetail["code"];

/** A value, possibly with warnings, or every problem that prevents one. */
export type Outcome<Value> =
  | { readonly kind: "ok"; readonly value: Value; readonly warnings: readonly Problem[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

export const ok = <Value>(value: Value, warnings: readonly Problem[] = []): Outcome<Value> => ({
  kind: "ok",
  value,
  warnings,
});

export const failed = <Value>(problems: readonly Problem[]): Outcome<Value> => ({ kind: "failed", problems });

/** Problems that are only said: what they are about is used all the same. */
const warningCodes: readonly ProblemCode[] = ["retired-option", "unread-config"];

/** The value with its warnings, or all problems if one of them is an error. */
export const unlessErrors = <Value>(value: Value, problems: readonly Problem[]): Outcome<Value> =>
  problems.some(({ severity }) => severity === "error") ? failed(problems) : ok(value, problems);

/** An error in a file, at a place in it if one is given. */
export const errorIn = (file: string, detail: ProblemDetail, at: Location | null = null): Problem => ({
  severity: "error",
  file,
  at,
  ...detail,
});

/** The same, but a warning if its code says so. */
export const problemIn = (file: string, detail: ProblemDetail, at: Location | null = null): Problem => ({
  ...errorIn(file, detail, at),
  severity: warningCodes.includes(detail.code) ? "warning" : "error",
});

type Placed = Pick<Problem, "file" | "at">;

/** Orders problems by file, then by place; those of a whole file come first. */
export function byPlace(a: Placed, b: Placed): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if (a.at === null || b.at === null) return Number(a.at !== null) - Number(b.at !== null);
  return a.at.line - b.at.line || a.at.column - b.at.column;
}

/** The most problems kept of one file or record: a hostile file of 1 MiB can have 190,000. */
const keptProblems = 1000;

/** The outcome with at most `keptProblems` problems or warnings; the rest are counted in a last one. */
export function withFirstProblems<Value>(outcome: Outcome<Value>, file: string): Outcome<Value> {
  const problems = outcome.kind === "ok" ? outcome.warnings : outcome.problems;
  if (problems.length <= keptProblems) return outcome;
  const kept = problems.toSorted(byPlace).slice(0, keptProblems);
  const more = errorIn(file, { code: "more-problems", count: problems.length - kept.length });
  if (outcome.kind === "failed") return failed([...kept, more]);
  return ok(outcome.value, [...kept, { ...more, severity: "warning" }]);
}
