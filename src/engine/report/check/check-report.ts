import type { Escaped } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { byPlace } from "../../diagnostics/problem.js";
import type { Position } from "../../model/answers.js";
import type { CheckedSurface, CheckFinding } from "../../model/check.js";
import { plural } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";

/** The input of a check format. */
export interface CheckReport {
  readonly tool: {
    readonly name: string;
    readonly version: string;
    /** Address of the documentation of findings, without a fragment; null: none is known. */
    readonly findingsUrl: string | null;
  };
  readonly pack: { readonly name: string; readonly version: string; readonly digest: string };
  /** The day on which deviations and reviews were judged, YYYY-MM-DD. */
  readonly today: string;
  readonly surfaces: readonly CheckedSurface[];
  /** Problems of files that could not be checked. */
  readonly invalid: readonly Problem[];
}

export interface CheckStyle extends ReportStyle {
  /** A file's name relative to the repository's root, with `/` between folders. */
  readonly path: (file: string) => string;
}

/** The outcome of a check as a string that ends with a line feed. */
export type CheckFormat = (report: CheckReport, style: CheckStyle) => Escaped;

/** Where a finding is: at the answer that it is about, or else at the decision, or the surface without one. */
export const placeOf = (finding: CheckFinding, { at }: CheckedSurface): Position =>
  finding.kind === "answer-unconfirmed" ? (finding.at ?? at) : at;

/** Problems of files by file and place, in the same order as on standard error. */
export const invalidByPlace = ({ invalid }: CheckReport): readonly Problem[] => [...invalid].sort(byPlace);

/**
 * The number of surfaces that pass, that fail, and that have no decision (as a check that passes says little about
 * those), and of files that could not be checked.
 */
export function tally({ surfaces, invalid }: CheckReport): {
  readonly passed: number;
  readonly failed: number;
  readonly invalidFiles: number;
  readonly withoutDecision: number;
} {
  const passed = surfaces.filter(({ passes }) => passes).length;
  const invalidFiles = new Set(invalid.map(({ file }) => file)).size;
  const withoutDecision = surfaces.filter(({ decision }) => decision === null).length;
  return { passed, failed: surfaces.length - passed, invalidFiles, withoutDecision };
}

/** The numbers of a check in a line; those of surfaces without a decision only if there are some. */
export function tallyLine(report: CheckReport): string {
  const { passed, failed, invalidFiles, withoutDecision } = tally(report);
  return `${passed} passed, ${failed} failed, ${invalidFiles} could not be checked${missing(withoutDecision)}`;
}

/** `; 3 surfaces without a decision`; nothing for none. */
export function missing(withoutDecision: number): string {
  return withoutDecision === 0 ? "" : `; ${plural(withoutDecision, "surface")} without a decision`;
}

/** The names with ` (2)`, ` (3)` … on those that repeat an earlier one. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  /** By name, the number to try next: starting at 2 each time would take quadratic time for many equal names. */
  const next = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    let number = next.get(name) ?? 2;
    for (; taken.has(unique); number += 1) unique = `${name} (${number})`;
    next.set(name, number);
    taken.add(unique);
    return unique;
  });
}
