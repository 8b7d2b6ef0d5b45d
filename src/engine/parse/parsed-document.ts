import type { Location } from "../diagnostics/problem.js";

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
  /** The place of the value at `path`, or of its key; of the nearest ancestor if there is none. */
  readonly locate: (path: Path, part?: "key" | "value") => Location;
}
