import type { Analysis } from "./analysis.js";
import type { Decision, Position } from "./answers.js";
import type { Lapse } from "./check.js";
import type { Citation, Guidance, Pattern, Question, Rule, Settings, Tradeoff, Veto } from "./pack.js";
import type { Scores } from "./scores.js";
import type { Concern, Place, Verdict } from "./verdict.js";

/** The answer to a question, for reports. */
export interface ReportedAnswer {
  readonly question: string;
  readonly ask: string;
  readonly topic: string;
  readonly state: "given" | "implied";
  /** Chosen option ids and their labels, in the pack's order. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly note: string | null;
  readonly impliedBecause: string | null;
}

export interface ReportedContribution {
  readonly question: string;
  readonly implied: boolean;
  /** Points as exact shares, in units of `1/denominator`. */
  readonly live: number;
  readonly kept: number;
  readonly stateless: number;
  readonly denominator: number;
}

export interface ReportedPlacement {
  readonly id: string;
  readonly place: Place;
  readonly pattern: Pattern | null;
  readonly because: string;
  readonly sources: readonly Citation[];
}

export interface ReportedConcern {
  readonly concern: Concern;
  readonly scores: Scores;
  readonly balance: number | null;
  /** Null for `operation`, which has no state, and while the verdict is undecided. */
  readonly placement: ReportedPlacement | null;
}

export interface ReportedOpenQuestion {
  readonly question: string;
  readonly ask: string;
  readonly unsure: boolean;
  /** In bits; null without analysis. */
  readonly valueOfInformation: number | null;
  readonly overturns: boolean;
}

/** Everything that a report may say about one surface; reports read nothing else. */
export interface Recommendation {
  readonly service: string;
  readonly surface: string;
  readonly source: string;
  readonly at: Position;
  readonly verdict: Verdict;
  readonly scores: Scores;
  readonly balance: number | null;
  readonly boundness: number | null;
  readonly settings: Settings;
  readonly answers: readonly ReportedAnswer[];
  /** Largest first. */
  readonly contributions: readonly ReportedContribution[];
  readonly concerns: readonly ReportedConcern[];
  /** Fired rules with the questions that made them fire, heaviest first. */
  readonly rules: readonly { readonly rule: Rule; readonly questions: readonly string[] }[];
  readonly vetoes: readonly { readonly veto: Veto; readonly questions: readonly string[] }[];
  readonly tradeoffs: readonly Tradeoff[];
  readonly guidance: readonly Guidance[];
  readonly open: readonly ReportedOpenQuestion[];
  /** Null without analysis, or if it is out of reach. */
  readonly analysis: Analysis | null;
  /** The open questions that are tied together too closely for exact figures; empty unless that is why there is no analysis. */
  readonly outOfReach: readonly string[];
  readonly decision: Decision | null;
  /** Why the decision no longer holds; null if it does, or if none was recorded. */
  readonly lapse: Lapse | null;
  /** Titles of the sources that the entries above cite; for a criterion, its claim. */
  readonly titles: ReadonlyMap<string, string>;
  /** Addresses of the references among them that have one. */
  readonly urls: ReadonlyMap<string, string>;
  /** At least the questions that the entries above name, tipping points included: for labels of questions and options. */
  readonly questions: ReadonlyMap<string, Question>;
}

/** A recommendation before the titles and addresses of its sources are looked up. */
export type UncitedRecommendation = Omit<Recommendation, "titles" | "urls">;

export interface ServiceReport {
  readonly service: string;
  readonly source: string;
  readonly surfaces: readonly Recommendation[];
}

/** The input of a report format. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: { readonly name: string; readonly version: string; readonly digest: string };
  readonly services: readonly ServiceReport[];
}
