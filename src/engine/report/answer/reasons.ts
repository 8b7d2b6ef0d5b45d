import { isGiven, type Rule, type RuleKind } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { covering } from "./covering.js";

/** The strongest reasons for keeping state or binding it, and those against; each with the rule that it is of. */
export interface Reasons {
  readonly keeping: readonly Rule[];
  readonly against: readonly Rule[];
}

/**
 * At most `most` a side: givens first, then the heaviest; one for each concern before a second for any. Reasons about the
 * place of a conversation count only if it is kept, and bans on what nothing speaks for keeping come last.
 */
export function reasonsOf(from: Recommendation, most: number): Reasons {
  const isPlaced = from.concerns.some(({ concern, kept }) => concern === "interaction" && kept);
  const idle = idleBans(from);
  const given = from.settled.map(({ rule }) => rule);
  const fired = [
    ...given.filter((rule) => !idle.has(rule)),
    ...from.rules.map(({ rule }) => rule),
    ...given.filter((rule) => idle.has(rule)),
  ].filter((rule) => isPlaced || !isAboutPlace(rule));
  const strongest = (keeps: boolean): readonly Rule[] =>
    covering(
      fired.filter((rule) => speaksForKeeping(rule) === keeps),
      (rule) => (idle.has(rule) ? [] : [rule.concern]),
      most,
    );
  return { keeping: strongest(true), against: strongest(false) };
}

/** The fired rules by which something must not be kept that no rule would keep. */
function idleBans({ concerns, settled }: Recommendation): ReadonlySet<Rule> {
  const unwanted = new Set(
    concerns.filter(({ must, need }) => !must && need.for === 0).map(({ concern }) => concern),
  );
  return new Set(
    settled.flatMap(({ rule }) => (rule.kind === "must-not" && unwanted.has(rule.concern) ? [rule] : [])),
  );
}

/** Whether a rule is about the place of the conversation, and not about whether something is kept. */
export const isAboutPlace = ({ kind }: Rule): boolean => ofPlace.includes(kind);

const ofPlace: readonly RuleKind[] = ["place", "must-bind", "may-not-bind"];

/** The side that a rule is on: for keeping state or binding it, or against. */
export function speaksForKeeping(rule: Rule): boolean {
  if (!isGiven(rule) && rule.points !== 0) return rule.points > 0;
  return rule.kind !== "must-not" && rule.kind !== "may-not-bind";
}
