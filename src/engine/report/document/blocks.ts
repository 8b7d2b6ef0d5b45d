import type { Citation } from "../../model/pack.js";
import type { Form, Points } from "../../model/scores.js";
import type { Grade, Verdict } from "../../model/verdict.js";
import { as, type Inline } from "../inline.js";
import type { Picture } from "../picture/picture.js";

/*
 * A report as blocks: what is said, in which order and in which words. Text in them is raw; each format draws and escapes
 * it. A new section is written here once.
 */

/** A stretch of a sentence. */
export type Phrase =
  | Inline
  /** A sentence of a pack: `code` stands between backticks. */
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  /** The id of what was just named, to follow it in brackets, with remarks. */
  | { readonly kind: "id"; readonly id: string; readonly remarks: readonly string[] }
  | { readonly kind: "link"; readonly text: string; readonly url: string | null };

/** What a line on a screen may be; a screen that is too full gives each kind fewer rows. */
export type Fit = "place" | "reason" | "other-reason" | "cost" | "to-do" | "clash" | "change" | "decision";

/**
 * A sentence or two. Where it has a `fit`, a screen takes the first of it and its `shorter` forms that fits, longest first;
 * without such forms, it cuts the last phrase short.
 */
export interface Content {
  readonly words: readonly Phrase[];
  readonly fit: Fit | null;
  readonly shorter: readonly (readonly Phrase[])[];
}

/** The id and the sources of an entry, with a remark on it; empty if there is none. */
export interface Trace {
  readonly id: string;
  readonly remark: string;
  readonly sources: readonly Citation[];
}

/** An entry of a list; its trace belongs to all that is below it as well. */
export interface Item {
  /** A sign or a label; null: a bullet or, among labels, nothing. */
  readonly mark: Inline | null;
  readonly content: Content;
  readonly trace: Trace | null;
  readonly below: readonly Block[];
}

/** Drawn where a format can draw it; what it shows is also said in words beside it. */
export type Figure =
  /** Points on both sides of one question about a concern; `widest` is the largest sum of the figures beside it. */
  | {
      readonly kind: "balance";
      readonly form: Form;
      readonly points: Points;
      readonly widest: number;
      readonly title: string;
    }
  /** Where the state lives. */
  | { readonly kind: "picture"; readonly picture: Picture };

export type Block =
  | { readonly kind: "paragraph"; readonly content: Content; readonly trace: Trace | null }
  /** `list`: behind signs or bullets; `terms`: behind labels. `loose`: with space between the items. */
  | {
      readonly kind: "list" | "terms";
      readonly items: readonly Item[];
      /** Columns of text that the marks take; 0: as many as each needs. */
      readonly column: number;
      readonly loose: boolean;
    }
  /** Its first column has the names of the rows. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly Inline[])[];
    }
  | { readonly kind: "figure"; readonly figure: Figure };

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the title needs to be understood; empty if nothing. */
  readonly note: string;
  /** A figure or two to stand at the other end of the title's line; empty if there are none. */
  readonly aside: string;
  readonly blocks: readonly Block[];
}

/** One surface. */
export interface SurfaceDocument extends SurfaceHead {
  /** Titles and addresses of the sources that its traces cite. */
  readonly titles: ReadonlyMap<string, string>;
  readonly urls: ReadonlyMap<string, string>;
  /** What one needs: where the state lives, why, what it costs and what would change it. */
  readonly first: readonly Section[];
  /** All of it, in full, for those who defend it in a review. */
  readonly rest: readonly Section[];
}

export interface SurfaceHead {
  readonly title: string;
  /** The answers file and the line in it. */
  readonly where: string;
  readonly answered: string;
  readonly grade: Grade | null;
  readonly verdict: Verdict;
  /** What is kept, to follow the verdict: in short where the places are listed below, and with them. */
  readonly headline: string;
  readonly statement: string;
  readonly meaning: string;
  /** The team's own decision, if one is recorded, and a line on answers that no person has confirmed, if there are any. */
  readonly decision: readonly Block[];
  /** Answers that do not fit each other; one section or none. */
  readonly clashes: readonly Section[];
}

export interface ReportDocument {
  readonly title: string;
  readonly overview: readonly Block[];
  readonly surfaces: readonly SurfaceDocument[];
  readonly sources: readonly Section[];
  /** What is not asked, and where the rules come from. */
  readonly closing: readonly Block[];
}

export const said = (...words: readonly Phrase[]): Content => ({ words, fit: null, shorter: [] });

/** A content that a screen may shorten. */
export const fitting = (
  fit: Fit,
  words: readonly Phrase[],
  ...shorter: readonly (readonly Phrase[])[]
): Content => ({ words, fit, shorter });

export const prose = (text: string): Phrase => ({ kind: "prose", text });

export const idOf = (id: string, ...remarks: readonly string[]): Phrase => ({ kind: "id", id, remarks });

export const paragraph = (content: Content, trace: Trace | null = null): Block => ({
  kind: "paragraph",
  content,
  trace,
});

/** Paragraphs of one phrase each. */
export const paragraphs = (...texts: readonly Phrase[]): readonly Block[] =>
  texts.map((text) => paragraph(said(text)));

/** The answer to a question that an entry depends on. */
export const answerTo = (question: string, labels: string): Block =>
  paragraph(said({ kind: "code", text: question }, as("dim", `: ${labels}`)));

export const item = (
  mark: Inline | null,
  content: Content,
  more: Partial<Pick<Item, "trace" | "below">> = {},
): Item => ({ mark, content, trace: null, below: [], ...more });

/** A list as the only block; none without items. */
export const list = (items: readonly Item[], { column = 0, loose = false } = {}): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: "list", items, column, loose }];

/** The same behind labels in a column of this width. */
export const terms = (items: readonly Item[], column: number, { loose = false } = {}): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: "terms", items, column, loose }];

/** A section as the only one; none without blocks. */
export const section = (
  id: string,
  title: string,
  blocks: readonly Block[],
  { note = "", aside = "" } = {},
): readonly Section[] => (blocks.length === 0 ? [] : [{ id, title, note, aside, blocks }]);
