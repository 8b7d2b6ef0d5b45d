import type { Answer, Position, RecordedDecision } from "../engine/model/answers.js";
import type { Concern, Grade, Verdict } from "../engine/model/verdict.js";

/** What a page holds besides its report, as JSON: the pack, and the answers that it starts from. */
export interface PageData {
  /** `report` has all texts of the pack; `questionnaire` leaves out those that only the report in full shows. */
  readonly kind: "report" | "questionnaire";
  /** A pack, for `restoreCompact`. */
  readonly pack: unknown;
  /** Digits by which a link is known to be from a page of another pack, or of other surfaces. */
  readonly marks: { readonly pack: string; readonly file: string };
  readonly surfaces: readonly PageSurface[];
  /** Answers to start from; none unless the page is a questionnaire. */
  readonly presets: readonly Preset[];
}

/** One surface, in the order of the report. */
export interface PageSurface {
  readonly service: string;
  /** The file's document that the service is, counted on the page: services of one name can be of two. */
  readonly document: number;
  readonly source: string;
  readonly name: string;
  readonly at: Position;
  readonly answers: AnswerEntries;
  readonly decision: PageDecision | null;
}

export type PageDecision = Omit<RecordedDecision, "basis"> & {
  readonly basis: readonly (readonly [question: string, options: readonly string[]])[] | null;
};

export interface Preset {
  readonly label: string;
  readonly answers: AnswerEntries;
}

export type AnswerEntries = readonly (readonly [question: string, answer: Answer])[];

/** The names and answers of a surface as they are on the page now. */
export interface SurfaceNow {
  readonly service: string;
  readonly name: string;
  readonly answers: AnswerEntries;
  /** What is said to have moved is against these; against those that the page came with, if there are none. */
  readonly baseline?: AnswerEntries | undefined;
}

/** From the page to its worker: the data once, then answers to advise on. */
export type Request =
  | { readonly kind: "start"; readonly data: PageData }
  /** `turn` counts the requests of one surface: only the replies to the last one count. */
  | ({ readonly kind: "advise"; readonly surface: number; readonly turn: number } & SurfaceNow);

/** From the worker. A request to advise gets two replies, the first without analysis, which can take a second. */
export type Reply = Advice | Failure;

export interface Advice {
  readonly kind: "advice";
  readonly surface: number;
  readonly turn: number;
  readonly isAnalysed: boolean;
  /** What is inside the surface's `.report`. */
  readonly html: string;
  readonly verdict: Verdict;
  /** Null without analysis, and while undecided. */
  readonly grade: Grade | null;
  /** What is kept, to follow the verdict. */
  readonly headline: string;
  /** The insides of the surface's cells in the overview behind its name: verdict, grade, what is kept. */
  readonly overview: readonly string[];
  readonly signals: Signals;
  /** What moved against the baseline or, without one, the answers that the page came with; null if nothing did. */
  readonly moved: Moved | null;
  /** The inside of `#page-sources`: what all surfaces cite now. */
  readonly sources: string;
}

/** A request that could not be served; a bug, to be shown and not to be hidden. */
export interface Failure {
  readonly kind: "failure";
  /** Null if it was not about one surface. */
  readonly surface: number | null;
  readonly message: string;
}

export interface Moved {
  /** "hybrid → stateful: verdict, grade, workflow"; if only answers did, "still hybrid". */
  readonly summary: string;
  /** The answers before and after, where state went, and clashes. */
  readonly html: string;
}

/** What the form shows beside questions and options. */
export interface Signals {
  /** Questions that other answers answer. */
  readonly implied: readonly ImpliedAnswer[];
  /** Givens first, then the heaviest. */
  readonly fired: readonly FiredRule[];
  readonly clashes: readonly { readonly questions: readonly string[]; readonly because: string }[];
  /** Null without analysis. */
  readonly outlook: Outlook | null;
}

export interface ImpliedAnswer {
  readonly question: string;
  readonly options: readonly string[];
  readonly because: string;
}

/** A rule that fired. */
export interface FiredRule {
  readonly id: string;
  /** Those that made it fire. */
  readonly questions: readonly string[];
  readonly concern: Concern;
  readonly speaksForKeeping: boolean;
  /** Signed; 0 if it settles its concern whatever the points. */
  readonly points: number;
  /** "2 points for keeping it", "must be kept". */
  readonly effect: string;
  /** The first sentence of its reason, as text. */
  readonly lead: string;
  /** The whole reason with its sources. */
  readonly html: string;
}

/** What open questions and other answers would change. */
export interface Outlook {
  /** Open questions, without those answered "not sure yet", that can still change the verdict or a place; most telling first. */
  readonly telling: readonly string[];
  /** The question to answer next: the most telling of the essential ones, then of all; null if none is left. */
  readonly next: string | null;
  /** Open questions that are read as their harmless option, and what another answer would do. */
  readonly assumed: readonly {
    readonly question: string;
    readonly option: string;
    readonly otherwise: string;
  }[];
  /** Options that change the verdict on their own: chosen instead of, beside or, if chosen now, taken back. */
  readonly tipping: readonly {
    readonly question: string;
    readonly option: string;
    readonly verdict: Verdict;
  }[];
  /** Options that move one concern on their own, and not the verdict. */
  readonly moving: readonly {
    readonly question: string;
    readonly option: string;
    readonly concern: Concern;
    /** "The login is not kept". */
    readonly words: string;
  }[];
}
