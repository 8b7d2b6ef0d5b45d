import type { CompiledQuestion } from "./compiled-condition.js";
import type { CompiledRule, CompiledVeto } from "./compiled-pack.js";
import type { Concern, Style, Verdict } from "./verdict.js";

/** Evidence in whole points. `stateful` = `live` + `kept`. */
export interface Scores {
  readonly live: number;
  readonly kept: number;
  readonly stateful: number;
  readonly stateless: number;
}

/** The result of scoring a profile. */
export interface Score {
  readonly scores: Scores;
  readonly verdict: Verdict;
  /** (F − L) / T, from −1 (all stateless) to 1 (all stateful); null when T is 0. */
  readonly balance: number | null;
  /** N / F, from 0 to 1; null when F is 0. */
  readonly boundness: number | null;
  /** In the pack's order. */
  readonly firedRules: readonly CompiledRule[];
  readonly firedVetoes: readonly CompiledVeto[];
  /** The pure styles that a fired veto forbids. */
  readonly forbidden: ReadonlySet<Style>;
  readonly concerns: ReadonlyMap<Concern, Scores>;
}

/** Points that one question contributed, in units of 1/`CompiledPack.shares`. */
export interface Contribution {
  readonly question: CompiledQuestion;
  readonly live: number;
  readonly kept: number;
  readonly stateless: number;
}
