import { type Location, type Problem, type ProblemDetail, problemIn } from "../diagnostics/problem.js";

/** A text and its name in messages: a path, or `<stdin>`. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Keys and indices from a document's root to a place in it. */
export type Path = readonly (string | number)[];

/** One YAML or JSON document as plain data, with the place of each part in its text. */
export interface ParsedDocument {
  readonly file: string;
  readonly value: unknown;
  /** What is wrong with the text although it can be read; whoever checks the shape reports it as well. */
  readonly problems: readonly Problem[];
  /** The place of the value at `path`, or of its key; of the nearest ancestor if there is none. */
  readonly locate: (path: Path, part?: "key" | "value") => Location;
}

/** Receives a problem and its place in a document. */
export type ReportProblem = (detail: ProblemDetail, path: Path, part?: "key" | "value") => void;

/** Adds errors and warnings about a document to `problems`. */
export function reporterOf({ file, locate }: ParsedDocument, problems: Problem[]): ReportProblem {
  return (detail, path, part = "value") => {
    problems.push(problemIn(file, detail, locate(path, part)));
  };
}

export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A mapping, or an empty one for any other value, which the schema reports. */
export const mappingOf = (value: unknown): Mapping => (isMapping(value) ? value : {});
