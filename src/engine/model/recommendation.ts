import type { Analysis } from "./analysis.js";
import type { Decision, Position } from "./answers.js";
import type { Lapse } from "./check.js";
import type {
  Citation,
  Clash,
  Guidance,
  Pattern,
  Question,
  Reference,
  Rule,
  Settings,
  Tradeoff,
} from "./pack.js";
import type { ConcernScore, Form, Points } from "./scores.js";
import type { UnconfirmedAnswer } from "./unconfirmed.js";
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

/** Points as exact shares, in units of `1/denominator`. */
export interface ReportedContribution extends Points {
  readonly question: string;
  readonly implied: boolean;
  readonly concern: Concern;
  readonly form: Form;
  readonly denominator: number;
}

/** A second home of a bound conversation. */
export interface ReportedBacking {
  readonly id: string;
  readonly pattern: Pattern;
  readonly because: string;
  readonly sources: readonly Citation[];
}

export interface ReportedPlacement {
  readonly id: string;
  readonly place: Place;
  readonly pattern: Pattern | null;
  /** A second pattern that designs have with the first. */
  readonly beside: Pattern | null;
  readonly because: string;
  readonly sources: readonly Citation[];
  readonly backedBy: ReportedBacking | null;
}

export interface ReportedConcern extends ConcernScore {
  /** Null while the verdict is undecided. */
  readonly placement: ReportedPlacement | null;
}

/** Answers that do not fit each other, with the questions that they answer. */
export interface ReportedClash {
  readonly clash: Clash;
  readonly questions: readonly string[];
}

/**
 * An open question that placements read as its harmless option although another option, alone, would change the verdict,
 * a place or a pattern.
 */
export interface Assumption {
  readonly question: string;
  /** The harmless option that is assumed. */
  readonly option: string;
  /** The options that would change something if they were the answer, in the pack's order. */
  readonly otherwise: readonly {
    readonly option: string;
    /** Null if it stays. */
    readonly verdict: Verdict | null;
    /** The concerns whose place or pattern changes. */
    readonly concerns: readonly Concern[];
  }[];
}

export interface ReportedOpenQuestion {
  readonly question: string;
  readonly ask: string;
  readonly unsure: boolean;
  /** Asked first: one of the few that decide most cases. */
  readonly essential: boolean;
  /** In bits; null without analysis. */
  readonly valueOfInformation: number | null;
  /** The same if what is answered with `unsure` stays so; see `OpenQuestion`. */
  readonly valueOfAsking: number | null;
  /** See `OpenQuestion`; false without analysis. */
  readonly bearsOnVerdict: boolean;
  /** Some answer to it, with all others left open, changes the verdict; false without analysis. */
  readonly overturns: boolean;
  /** The concerns whose place or pattern some answer to it alone changes; none without analysis, or while undecided. */
  readonly moves: readonly Concern[];
  /** Those of `moves` whose place changes, not only the pattern. */
  readonly relocates: readonly Concern[];
}

/** A fired rule, and the questions that made it fire. */
export interface ReportedRule {
  readonly rule: Rule;
  readonly questions: readonly string[];
}

/** Everything that a report may say about one surface; reports read nothing else. */
export interface Recommendation {
  readonly service: string;
  readonly surface: string;
  readonly source: string;
  readonly at: Position;
  readonly verdict: Verdict;
  readonly settings: Settings;
  /** Answers that do not fit each other. */
  readonly clashes: readonly ReportedClash[];
  /** What is kept, as nouns for the headline, in the order of the concerns; empty if nothing is. */
  readonly keeps: readonly string[];
  /** Empty without analysis. */
  readonly assumptions: readonly Assumption[];
  readonly answers: readonly ReportedAnswer[];
  /** The given answers that no person has confirmed, in the pack's order. */
  readonly unconfirmed: readonly UnconfirmedAnswer[];
  /** Largest first within each concern and form. */
  readonly contributions: readonly ReportedContribution[];
  readonly concerns: readonly ReportedConcern[];
  /** Fired rules that give points, with the questions that made them fire, heaviest first. */
  readonly rules: readonly ReportedRule[];
  /** Fired rules without points: the givens, and those by which a concern follows a bound conversation. */
  readonly settled: readonly ReportedRule[];
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
  /** The counter-evidence of the contested criteria among them. */
  readonly contested: ReadonlyMap<string, string>;
  /** At least the questions that the entries above name, tipping points included: for labels of questions and options. */
  readonly questions: ReadonlyMap<string, Question>;
}

/** A recommendation before what its sources say is looked up. */
export type UncitedRecommendation = Omit<Recommendation, "titles" | "urls" | "contested">;

export interface ServiceReport {
  readonly service: string;
  readonly source: string;
  readonly surfaces: readonly Recommendation[];
}

/** The rule pack that a report was made with. */
export interface ReportedPack {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  /** The source that its rules are drawn from. */
  readonly drawnFrom: Reference | null;
  /** What its questions leave out although it may decide, as a sentence. */
  readonly notAsked: string | null;
}

/** The input of a report format. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: ReportedPack;
  readonly services: readonly ServiceReport[];
  /** What commands on the same answers begin with; without it, the tool's name. */
  readonly command?: string | undefined;
  /** The rule packs that they have to name; without it, none. */
  readonly rules?: readonly string[] | undefined;
  /** The `question=option` settings that replaced answers of the files; without it, none. */
  readonly set?: readonly string[] | undefined;
}
