import type { DecidedVerdict } from "./verdict.js";

/** Who may have written an answer. */
export const authors = ["person", "agent"] as const;
export type Author = (typeof authors)[number];

/** One answer as given. `unsure` scores as if it had been left out. `options` has one entry, or several if the question takes them. */
export type Answer = (
  | { readonly kind: "chosen"; readonly options: readonly string[] }
  | { readonly kind: "unsure" }
) & {
  readonly note: string | null;
  /** The options as written, if one of them is retired and read as another, or as open: digests are over these. */
  readonly written?: readonly string[];
  /** Who wrote it, if that is said: a person did if it is not. An agent's answer is unconfirmed until a person's. */
  readonly by?: Author;
  /** The position of its key, if an agent wrote it. */
  readonly at?: Position;
};

/** The answer as a person has confirmed it; one that no agent wrote stays as it is. */
export const confirmedAnswer = (answer: Answer): Answer =>
  answer.by === "agent" ? { ...answer, by: "person" } : answer;

/** Answers by question id. */
export type Answers = ReadonlyMap<string, Answer>;

/** The word for "not sure yet", valid as an answer to every question. */
export const unsureWord = "unsure";

/** An answer in words, as a file has them. */
export const wordsOf = (answer: Answer): readonly string[] =>
  answer.kind === "unsure" ? [unsureWord] : answer.options;

/** The same as it was written, with options that are retired now. */
export const writtenWords = (answer: Answer): readonly string[] => answer.written ?? wordsOf(answer);

/** The most characters of the name of a service, a surface or an owner. */
export const longestName = 200;

/** A decision that a team recorded beside its answers. */
export interface Decision {
  readonly style: DecidedVerdict;
  readonly because: string | null;
  /** Last day, YYYY-MM-DD, on which a deviation is accepted. */
  readonly until: string | null;
  /** The day, YYYY-MM-DD, by which it is to be reviewed. */
  readonly reviewBy: string | null;
  readonly by: string | null;
  /** `sha256-…` over the meaning of the answers that it was based on. */
  readonly answers: string | null;
}

/** Chosen options by question id, without notes and authors: what a decision is based on. `unsure` counts as not answered. */
export type Basis = ReadonlyMap<string, readonly string[]>;

/** A decision with what is needed to check whether it still holds. */
export interface RecordedDecision extends Decision {
  /** The answers behind the digest `answers`, so that a lapse can be explained; null when none were recorded. */
  readonly basis: Basis | null;
  /** `name@version sha256-…`: the rule pack that recommended at the time. */
  readonly pack: string | null;
  /** The decision model that recommended at the time; 1 if none was recorded. */
  readonly model: 1 | 2;
  /** The position of its key. */
  readonly at: Position;
}

/**
 * A group of operations with one audience and one style of communication; its answers include the service's shared
 * ones.
 */
export interface Surface {
  readonly name: string;
  readonly answers: Answers;
  readonly decision: RecordedDecision | null;
  /** The position of the surface in its file, for reports that point at it. */
  readonly at: Position;
}

/** A position in a text, counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Service {
  readonly service: string;
  readonly source: string;
  readonly surfaces: readonly Surface[];
}
