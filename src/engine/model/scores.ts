import type { CompiledQuestion } from "./compiled-condition.js";
import type { CompiledRule } from "./compiled-pack.js";
import type { Concern, PlaceClass, Verdict } from "./verdict.js";

/** Whole points on both sides of a question. */
export interface Points {
  readonly for: number;
  readonly against: number;
}

/** The two questions that points answer: must the server keep it, and is it bound to its connection or instance? */
export const forms = ["need", "place"] as const;
export type Form = (typeof forms)[number];

/** What fired for one concern. Only `interaction` has `place`, `mustBind` and `mayNotBind`, only a follower `follows`. */
export interface Evidence {
  /** A and B: points for and against keeping it. */
  readonly need: Points;
  /** P and Q: points for binding it, and for keeping it elsewhere. */
  readonly place: Points;
  readonly must: boolean;
  readonly mustNot: boolean;
  readonly mustBind: boolean;
  readonly mayNotBind: boolean;
  readonly follows: boolean;
}

/** One concern, decided. */
export interface ConcernScore extends Evidence {
  readonly concern: Concern;
  /** must, or not must-not and A > B. */
  readonly kept: boolean;
  readonly class: PlaceClass;
}

/** The result of scoring a profile. */
export interface Score {
  readonly verdict: Verdict;
  /** All four, in their order. */
  readonly concerns: Readonly<Record<Concern, ConcernScore>>;
  /** In the pack's order. */
  readonly fired: readonly CompiledRule[];
}

/** Points of one question for one concern and form, in units of 1/`CompiledPack.shares`. */
export interface Contribution extends Points {
  readonly question: CompiledQuestion;
  readonly concern: Concern;
  readonly form: Form;
}
