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
 * place of a conversation count only if it is kept. Where something must not be kept, points for and against that count for
 * nothing and come last; before them, the bans on what no rule would keep.
 */
export function reasonsOf(from: Recommendation, most: number): Reasons {
  const isPlaced = from.concerns.some(({ concern, kept }) => concern === "interaction" && kept);
  const bans = new Map(
    from.concerns
      .filter(({ must, mustNot }) => mustNot && !must)
      .map(({ concern, need }) => [concern, need.for === 0 ? "idle" : "effective"] as const),
  );
  const isIdle = ({ kind, concern }: Rule): boolean => kind === "must-not" && bans.get(concern) === "idle";
  const given = from.settled.map(({ rule }) => rule);
  const weighed = from.rules.map(({ rule }) => rule);
  const first = [
    ...given.filter((rule) => !isIdle(rule)),
    ...weighed.filter(({ concern }) => !bans.has(concern)),
  ];
  const last = [...given.filter(isIdle), ...weighed.filter(({ concern }) => bans.has(concern))];
  const fired = [...first, ...last].filter((rule) => isPlaced || !isAboutPlace(rule));
  const strongest = (keeps: boolean): readonly Rule[] =>
    covering(
      fired.filter((rule) => speaksForKeeping(rule) === keeps),
      (rule) => (first.includes(rule) ? [rule.concern] : []),
      most,
    );
  return { keeping: strongest(true), against: strongest(false) };
}

/** Whether a rule is about the place of the conversation, and not about whether something is kept. */
export const isAboutPlace = ({ kind }: Rule): boolean => ofPlace.includes(kind);

const ofPlace: readonly RuleKind[] = ["place", "must-bind", "may-not-bind"];

/** The side that a rule is on: for keeping state or binding it, or against. */
export function speaksForKeeping(rule: Rule): boolean {
  if (!isGiven(rule) && rule.points !== 0) return rule.points > 0;
  return rule.kind !== "must-not" && rule.kind !== "may-not-bind";
}
