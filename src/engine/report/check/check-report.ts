import type { Escaped } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { byPlace } from "../../diagnostics/problem.js";
import type { CheckedSurface } from "../../model/check.js";
import type { ReportStyle } from "../report-style.js";

/** What a format of a check is given. */
export interface CheckReport {
  readonly tool: {
    readonly name: string;
    readonly version: string;
    /** Address of the documentation of findings, without a fragment; null: none is known. */
    readonly findingsUrl: string | null;
  };
  readonly pack: { readonly name: string; readonly version: string; readonly digest: string };
  /** The day on which deviations were judged, YYYY-MM-DD. */
  readonly today: string;
  readonly surfaces: readonly CheckedSurface[];
  /** What is wrong with files that could not be checked. */
  readonly invalid: readonly Problem[];
}

export interface CheckStyle extends ReportStyle {
  /** A file's name as readers of the report know it, relative to their repository's root; `/` between folders. */
  readonly path: (file: string) => string;
}

/** The outcome of a check as a string that ends with a line feed. */
export type CheckFormat = (report: CheckReport, style: CheckStyle) => Escaped;

/** What is wrong with files, in the order of the files and of the places in them, as standard error has it. */
export const invalidByPlace = ({ invalid }: CheckReport): readonly Problem[] => [...invalid].sort(byPlace);

/** How many surfaces pass and fail, and how many files could not be checked. */
export function tally({ surfaces, invalid }: CheckReport): {
  readonly passed: number;
  readonly failed: number;
  readonly invalidFiles: number;
} {
  const passed = surfaces.filter(({ passes }) => passes).length;
  const invalidFiles = new Set(invalid.map(({ file }) => file)).size;
  return { passed, failed: surfaces.length - passed, invalidFiles };
}

/** The names with ` (2)`, ` (3)` … on those that repeat an earlier one. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  /** By name, the number to try next: from 2 each time, many of one name would take the square of their number. */
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
