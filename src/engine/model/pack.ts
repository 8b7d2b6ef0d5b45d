import type { Condition } from "./condition.js";
import type { Concern, Place, StateConcern, StatePlace, Style, Verdict } from "./verdict.js";

/**
 * A rule pack after validation and merging: every id it names exists, every condition is resolved.
 * The order of topics, questions, options and placements is the author's and carries meaning;
 * the order of rules and vetoes carries none.
 */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly about: string;
  readonly settings: Settings;
  readonly topics: readonly Topic[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly vetoes: readonly Veto[];
  readonly placements: readonly Placement[];
  readonly tradeoffs: readonly Tradeoff[];
  readonly patterns: readonly Pattern[];
  readonly guidance: readonly Guidance[];
  readonly criteria: readonly Criterion[];
  readonly references: readonly Reference[];
}

/** Boundaries are stored in whole hundredths, so that every comparison is between integers. */
export interface Settings {
  /** β × 100: below it no state is needed. Range −90..90. */
  readonly needBoundaryPercent: number;
  /** η × 100: from it on state must live with the connection. Range 5..95. */
  readonly boundBoundaryPercent: number;
  /** Least total evidence T for a verdict other than `undecided`. */
  readonly minimumEvidence: number;
  /** Stability radius (0..1) from which a verdict can be `firm`. */
  readonly firmRadius: number;
  /** Stability radius (0..1) below which a verdict is `fragile`. */
  readonly fragileRadius: number;
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

export interface Question {
  readonly id: string;
  readonly topic: string;
  readonly ask: string;
  readonly why: string;
  readonly help: string;
  /** Options run from least to most. */
  readonly ordered: boolean;
  /** Any number of options may be chosen; the one marked `none` excludes the others. */
  readonly several: boolean;
  readonly essential: boolean;
  /** The only style that more of an ordered question may favour. */
  readonly direction: Style | null;
  readonly options: readonly Option[];
  readonly implied: readonly Implication[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly none: boolean;
}

export interface Implication {
  readonly when: Condition;
  readonly answer: string;
  readonly because: string;
}

/** The source of an entry: a criterion of the article, or a reference with an optional section. */
export interface Citation {
  readonly kind: "criterion" | "reference";
  readonly id: string;
  readonly section: string | null;
}

/** Points that a rule gives when it fires: integers; `live` and `kept` are evidence for stateful. */
export interface Weight {
  readonly live: number;
  readonly kept: number;
  readonly stateless: number;
}

/** All points of a weight. */
export const totalPoints = ({ live, kept, stateless }: Weight): number => live + kept + stateless;

export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly favours: Style;
  readonly weight: Weight;
  readonly concern: Concern;
  readonly because: string;
  readonly sources: readonly Citation[];
  readonly contested: string | null;
}

export interface Veto {
  readonly id: string;
  readonly when: Condition;
  readonly forbids: Style;
  readonly concern: Concern;
  readonly because: string;
  readonly sources: readonly Citation[];
  readonly contested: string | null;
}

/** The kind of evidence that one concern has: none, mostly live (ties included), or mostly kept. */
export const evidences = ["none", "live", "kept"] as const;
export type Evidence = (typeof evidences)[number];

/** Within a concern the first placement whose verdict, evidence and condition hold is taken. */
export interface Placement {
  readonly id: string;
  readonly concern: StateConcern;
  readonly verdict: readonly Verdict[] | null;
  readonly evidence: Evidence | null;
  readonly when: Condition | null;
  readonly place: Place;
  readonly pattern: string | null;
  readonly because: string;
  readonly sources: readonly Citation[];
}

export const tradeoffKinds = ["advantage", "disadvantage"] as const;

export interface Tradeoff {
  readonly id: string;
  readonly style: Style;
  readonly kind: (typeof tradeoffKinds)[number];
  /** Shown only when state is placed at one of these. */
  readonly places: readonly StatePlace[] | null;
  readonly when: Condition | null;
  readonly text: string;
  /** What to do about it and what that costs; null for advantages only. */
  readonly mitigation: string | null;
  readonly sources: readonly Citation[];
}

export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly concerns: readonly StateConcern[];
  readonly what: string;
  readonly fits: string;
  readonly watch: string;
  readonly sources: readonly Citation[];
}

export const guidanceTopics = ["error-model", "retries", "consistency", "monitoring"] as const;
export type GuidanceTopic = (typeof guidanceTopics)[number];

export interface Guidance {
  readonly id: string;
  readonly topic: GuidanceTopic;
  readonly verdict: readonly Verdict[] | null;
  /** Shown only when state is placed at one of these. */
  readonly places: readonly StatePlace[] | null;
  readonly when: Condition | null;
  readonly text: string;
  readonly because: string;
  readonly sources: readonly Citation[];
}

export interface Criterion {
  readonly id: string;
  readonly section: string;
  readonly claim: string;
  /** The counter-evidence, if practice often contradicts the claim. */
  readonly contested: string | null;
}

export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}
