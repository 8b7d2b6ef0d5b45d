import type { Tradeoff } from "../../model/pack.js";
import type { Assumption, Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import type { Grade } from "../../model/verdict.js";
import { assumptionsInOrder } from "../wording/assumption-words.js";
import { type Gauge, gaugesOf } from "../wording/concern-words.js";
import { gradeOf } from "../wording/trust-words.js";
import { type SingleChanges, singleChangesOf } from "./changes.js";
import { costsOf } from "./costs.js";
import { type Places, placesOf } from "./places.js";
import { type Reasons, reasonsOf } from "./reasons.js";

/** How many of each a reader gets: reasons a side, costs, and single changes. */
export interface Limits {
  readonly reasons: number;
  readonly costs: number;
  readonly changes: number;
}

/**
 * What to say of a recommendation first, as data for any format: verdict, where the state lives, why, what it costs, and
 * what would change it. Wordings and layout are the formats' own.
 */
export interface Answer {
  readonly grade: Grade | null;
  /** Questions with an answer, given or implied, and all. */
  readonly answered: { readonly known: number; readonly all: number };
  readonly places: Places;
  readonly reasons: Reasons;
  readonly gauges: readonly Gauge[];
  readonly costs: readonly Tradeoff[];
  /** Null without analysis or verdict. */
  readonly changes: SingleChanges | null;
  /** All of them, those that bear on the verdict first. */
  readonly assumptions: readonly Assumption[];
  /** What to ask next: open questions without an assumption that can change the verdict alone; all while undecided. */
  readonly ask: readonly ReportedOpenQuestion[];
}

/** Selects it; `limits` bound the reasons, costs and changes. */
export function answerOf(from: Recommendation, limits: Limits): Answer {
  const { answers, open, verdict, assumptions } = from;
  const changes = singleChangesOf(from);
  const assumed = new Set(assumptions.map(({ question }) => question));
  return {
    grade: gradeOf(from),
    answered: { known: answers.length, all: answers.length + open.length },
    places: placesOf(from),
    reasons: reasonsOf(from, limits.reasons),
    gauges: gaugesOf(from),
    costs: costsOf(from, limits.costs),
    changes: changes && { ...changes, changes: changes.changes.slice(0, limits.changes) },
    assumptions: assumptionsInOrder(from),
    ask:
      verdict === "undecided"
        ? open
        : open.filter(({ question, overturns }) => overturns && !assumed.has(question)),
  };
}
