import type { Clash, Rule } from "./pack.js";
import type { Recommendation, ReportedAnswer, ReportedConcern } from "./recommendation.js";
import type { Concern } from "./verdict.js";

/** The state of a question before and after; null: it was open. */
export interface MovedAnswer {
  readonly question: string;
  /** The question in words. */
  readonly ask: string;
  readonly before: ReportedAnswer | null;
  readonly after: ReportedAnswer | null;
}

/** A concern whose state moves to another class, place, patterns or second home. */
export interface MovedConcern {
  readonly concern: Concern;
  readonly before: ReportedConcern;
  readonly after: ReportedConcern;
}

/** What was gained and lost, in the order of the report. */
export interface Exchange<Entry> {
  readonly gained: readonly Entry[];
  readonly lost: readonly Entry[];
}

/** How a recommendation changes when its answers do. */
export interface Movement {
  readonly before: Recommendation;
  readonly after: Recommendation;
  /** Changed answers, and the implied answers that change with them. */
  readonly answers: readonly MovedAnswer[];
  readonly rules: Exchange<Rule>;
  readonly settled: Exchange<Rule>;
  /** In their order. */
  readonly concerns: readonly MovedConcern[];
  readonly clashes: Exchange<Clash>;
  readonly tradeoffs: Exchange<Recommendation["tradeoffs"][number]>;
  readonly guidance: Exchange<Recommendation["guidance"][number]>;
}

/** What a change of answers moves among all surfaces of some files. */
export interface Moves {
  /** The surfaces with other answers or another name. */
  readonly changed: readonly Movement[];
  readonly added: readonly Recommendation[];
  readonly removed: readonly Recommendation[];
  /** The number of the others. */
  readonly unchanged: number;
}
