import type { Recommendation, ReportedAnswer } from "./recommendation.js";

/** The state of a question before and after; null: it was open. */
export interface MovedAnswer {
  readonly question: string;
  readonly before: ReportedAnswer | null;
  readonly after: ReportedAnswer | null;
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
  readonly rules: Exchange<Recommendation["rules"][number]["rule"]>;
  readonly vetoes: Exchange<Recommendation["vetoes"][number]["veto"]>;
  readonly tradeoffs: Exchange<Recommendation["tradeoffs"][number]>;
  readonly guidance: Exchange<Recommendation["guidance"][number]>;
}
