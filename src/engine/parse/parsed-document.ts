import type { Location } from "../diagnostics/problem.js";

/** A text and the name that messages give it: a path, or `<stdin>`. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Keys and indices from a document's root to a place in it. */
export type Path = readonly (string | number)[];

/** One YAML or JSON document as plain data that still knows where each part was written. */
export interface ParsedDocument {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at `path`, or of its key; of the nearest ancestor that exists where nothing is there. */
  readonly locate: (path: Path, part?: "key" | "value") => Location;
}
