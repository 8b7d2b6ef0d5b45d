import type { Condition } from "./condition.js";
import type { Concern, Place, StatePlace, Style, Verdict } from "./verdict.js";

/**
 * A rule pack after validation and merging: every id it names exists, every condition is resolved.
 * The order of topics, questions, options, placements and second homes is the author's and carries meaning;
 * the order of rules carries none.
 */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly about: string;
  /** The reference whose claims the rules are drawn from, by id. */
  readonly drawnFrom: string | null;
  /** What the questions leave out although it may decide, as a sentence. */
  readonly notAsked: string | null;
  readonly settings: Settings;
  readonly topics: readonly Topic[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly placements: readonly Placement[];
  readonly backings: readonly Backing[];
  readonly clashes: readonly Clash[];
  readonly tradeoffs: readonly Tradeoff[];
  readonly patterns: readonly Pattern[];
  readonly guidance: readonly Guidance[];
  readonly criteria: readonly Criterion[];
  readonly references: readonly Reference[];
}

/** Stability radii (0..1) that the words for the weights start from. */
export interface Settings {
  /** From it on the weights are `robust`. */
  readonly robustRadius: number;
  /** Below it they are `tight`. */
  readonly tightRadius: number;
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
  /** Bears on where state lives only: no rule about whether it is kept may read it. */
  readonly bearsOnPlace: boolean;
  /** The option that placements and advice read while the question is open; scoring and implications never do. */
  readonly harmless: string | null;
  readonly options: readonly Option[];
  readonly retired: readonly RetiredOption[];
  readonly implied: readonly Implication[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** Words that engineers search for, such as names of technologies; at most five. */
  readonly examples: readonly string[];
  readonly none: boolean;
}

/** An option that older answers may still name, and the option it is read as; null: as an open question. */
export interface RetiredOption {
  readonly id: string;
  readonly replacedBy: string | null;
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

/**
 * What a rule does to its concern when it fires.
 * `need`: points for (+) or against (−) the server keeping this state between requests.
 * `must`, `must-not`: it has to be kept; it may not, or need not, be kept. `must` wins.
 * `place`: points for binding it to the connection or instance (+), or for keeping it elsewhere (−).
 * `must-bind`, `may-not-bind`: the same as a requirement. `may-not-bind` wins.
 * `follows`: it goes where the conversation goes.
 */
export const ruleKinds = [
  "need",
  "must",
  "must-not",
  "place",
  "must-bind",
  "may-not-bind",
  "follows",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The kinds that settle something by one requirement, whatever the points. */
export const givenKinds = ["must", "must-not", "must-bind", "may-not-bind"] as const;
export type GivenKind = (typeof givenKinds)[number];

export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  /** `interaction` for the kinds about the place; `session` or `workflow` for `follows`. */
  readonly concern: Concern;
  /** ±1..5 for `need` and `place`, 0 for the other kinds. */
  readonly points: number;
  readonly when: Condition;
  /** A noun for what would be kept, for the headline ("the held stock"); only `must` and `need` for keeping have one. */
  readonly keeps: string | null;
  readonly because: string;
  readonly sources: readonly Citation[];
  readonly contested: string | null;
}

/** Its signed points; null for the kinds that have none. */
export const pointsOf = ({ kind, points }: Pick<Rule, "kind" | "points">): number | null =>
  kind === "need" || kind === "place" ? points : null;

/** Whether the rule settles something whatever the points. */
export function isGiven(rule: Rule): boolean {
  return (givenKinds as readonly RuleKind[]).includes(rule.kind);
}

/** Within a concern and the class of its place, the first placement whose condition holds is taken. */
export interface Placement {
  readonly id: string;
  readonly concern: Concern;
  readonly when: Condition | null;
  readonly place: Place;
  readonly pattern: string | null;
  /** A second pattern that designs have with the first; the verdict does not depend on it. */
  readonly beside: string | null;
  readonly because: string;
  readonly sources: readonly Citation[];
}

/** A second home of a bound conversation, such as a log behind a room: the first whose condition holds is taken. */
export interface Backing {
  readonly id: string;
  readonly when: Condition | null;
  readonly pattern: string;
  readonly because: string;
  readonly sources: readonly Citation[];
}

/** Answers that do not fit each other. */
export interface Clash {
  readonly id: string;
  readonly when: Condition;
  readonly because: string;
  /** The question whose answer to look at again. */
  readonly reconsider: string;
}

export const tradeoffKinds = ["advantage", "disadvantage"] as const;

export interface Tradeoff {
  readonly id: string;
  /** That of the verdicts it is for, beside hybrids; null for all verdicts. */
  readonly style: Style | null;
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
  /** Words that engineers search for, such as names of technologies; at most five, the best known first. */
  readonly examples: readonly string[];
  readonly place: Place;
  readonly concerns: readonly Concern[];
  readonly what: string;
  readonly fits: string;
  readonly watch: string;
  readonly sources: readonly Citation[];
}

export const guidanceTopics = ["error-model", "retries", "consistency", "security", "monitoring"] as const;
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
  /** The reference whose claim it is, by id: the one that the pack which states the criterion is drawn from. */
  readonly from: string | null;
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
