import type { Answer } from "../engine/model/answers.js";
import type { RecordedDecision } from "../engine/model/answers.js";
import type { Position } from "../engine/model/answers.js";

/** What a page holds besides its report, as JSON: the pack, and the answers that it starts from. */
export interface PageData {
  /** A precompiled pack, for `restorePack`. */
  readonly pack: unknown;
  readonly surfaces: readonly PageSurface[];
}

/** One surface, in the order of the report. */
export interface PageSurface {
  readonly service: string;
  readonly source: string;
  readonly name: string;
  readonly at: Position;
  readonly answers: AnswerEntries;
  readonly decision: RecordedDecision | null;
}

export type AnswerEntries = readonly (readonly [question: string, answer: Answer])[];

/** From the page to its worker: the data once, then answers to advise on. */
export type Request =
  | { readonly kind: "start"; readonly data: PageData }
  /** `turn` counts the requests of one surface: only the reply to the last one counts. */
  | { readonly kind: "advise"; readonly surface: number; readonly turn: number; readonly answers: AnswerEntries };

/** From the worker: the report on a surface, at first without analysis, which can take a second. */
export interface Reply {
  readonly surface: number;
  readonly turn: number;
  readonly isAnalysed: boolean;
  /** What is inside the surface's article. */
  readonly html: string;
  readonly verdict: string;
  readonly signals: Signals;
}

/** What the form shows beside questions and options. */
export interface Signals {
  /** Questions that other answers answer. */
  readonly implied: readonly (readonly [question: string, options: readonly string[]])[];
  /** Open questions that can still change the verdict, the most telling first. */
  readonly telling: readonly string[];
  /** Options that change the verdict on their own. */
  readonly tipping: readonly { readonly question: string; readonly option: string; readonly verdict: string }[];
}
