import type { ConcernScore, Evidence } from "../model/scores.js";
import { type Concern, concerns, type PlaceClass, type Verdict } from "../model/verdict.js";

/** Whether the server has to keep this state between requests: must, or not must-not and A > B. */
function isKept({ must, mustNot, need }: Evidence): boolean {
  return must || (!mustNot && need.for > need.against);
}

/** Whether a conversation that is kept is tied to its connection or instance: not may-not-bind, and must-bind or P > Q. */
function isBound(evidence: Evidence): boolean {
  const { place, mustBind, mayNotBind } = evidence;
  return isKept(evidence) && !mayNotBind && (mustBind || place.for > place.against);
}

/** Decides every concern: a follower of a bound conversation is bound with it, kept or not. */
export function decideConcerns(
  evidence: Readonly<Record<Concern, Evidence>>,
): Readonly<Record<Concern, ConcernScore>> {
  const bound = isBound(evidence.interaction);
  const decide = (concern: Concern): ConcernScore => {
    const own = evidence[concern];
    const kept = isKept(own);
    const isTied = bound && (concern === "interaction" || own.follows);
    const placeClass: PlaceClass = isTied ? "bound" : kept ? "elsewhere" : "not-kept";
    // Written out: with a spread, scoring takes four times as long.
    const { need, place, must, mustNot, mustBind, mayNotBind, follows } = own;
    return { need, place, must, mustNot, mustBind, mayNotBind, follows, concern, kept, class: placeClass };
  };
  return {
    interaction: decide("interaction"),
    session: decide("session"),
    workflow: decide("workflow"),
    sync: decide("sync"),
  };
}

/**
 * The verdict that follows from the concerns: `undecided` while nothing speaks about need (no `must` of any concern
 * fires, and no rule of the conversation about keeping it); `stateless` when nothing is kept; `stateful` when the
 * conversation is bound; `hybrid` when something is kept and it is not.
 * @param bearsOnNeed whether a rule of `interaction` of kind need, must or must-not fires
 */
export function verdictOf(scores: Readonly<Record<Concern, ConcernScore>>, bearsOnNeed: boolean): Verdict {
  const all = concerns.map((concern) => scores[concern]);
  if (!bearsOnNeed && !all.some(({ must }) => must)) return "undecided";
  if (!all.some(({ kept }) => kept)) return "stateless";
  return scores.interaction.class === "bound" ? "stateful" : "hybrid";
}
