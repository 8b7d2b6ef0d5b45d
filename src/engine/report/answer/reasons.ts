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
 * place of a conversation count only if it is kept. What changes nothing comes last.
 */
export function reasonsOf(from: Recommendation, most: number): Reasons {
  const isPlaced = from.concerns.some(({ concern, kept }) => concern === "interaction" && kept);
  const fired = [...from.settled, ...from.rules]
    .map(({ rule }) => rule)
    .filter((rule) => isPlaced || !isAboutPlace(rule));
  const effectOf = effectsIn(from);
  const inOrder = effects.flatMap((effect) => fired.filter((rule) => effectOf(rule) === effect));
  const strongest = (keeps: boolean): readonly Rule[] =>
    coveringReasons(
      from,
      inOrder.filter((rule) => speaksForKeeping(rule) === keeps),
      most,
    );
  return { keeping: strongest(true), against: strongest(false) };
}

/** The first `most` reasons that cover as many concerns as they can; what changes nothing covers none. */
export function coveringReasons(from: Recommendation, rules: readonly Rule[], most: number): readonly Rule[] {
  const effectOf = effectsIn(from);
  return covering(rules, (rule) => (effectOf(rule) === "decides" ? [rule.concern] : []), most);
}

/** What a fired rule does for the result: it counts; it bans what its points would not keep; or a given overrules it. */
const effects = ["decides", "idle", "overruled"] as const;
type Effect = (typeof effects)[number];

function effectsIn({ concerns }: Recommendation): (rule: Rule) => Effect {
  const scores = new Map(concerns.map((score) => [score.concern, score]));
  return ({ kind, concern }) => {
    const score = scores.get(concern);
    if (score === undefined) return "decides";
    const { must, mustNot, mustBind, mayNotBind, need } = score;
    switch (kind) {
      case "need":
        return must || mustNot ? "overruled" : "decides";
      case "place":
        return mustBind || mayNotBind ? "overruled" : "decides";
      case "must-not":
        return must ? "overruled" : need.for <= need.against ? "idle" : "decides";
      case "must-bind":
        return mayNotBind ? "overruled" : "decides";
      default:
        return "decides";
    }
  };
}

/** Whether a rule is about the place of the conversation, and not about whether something is kept. */
export const isAboutPlace = ({ kind }: Rule): boolean => ofPlace.includes(kind);

const ofPlace: readonly RuleKind[] = ["place", "must-bind", "may-not-bind"];

/** The side that a rule is on: for keeping state or binding it, or against. */
export function speaksForKeeping(rule: Rule): boolean {
  if (!isGiven(rule) && rule.points !== 0) return rule.points > 0;
  return rule.kind !== "must-not" && rule.kind !== "may-not-bind";
}
