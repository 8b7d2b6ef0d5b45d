import type { Objection } from "../model/check.js";
import { pointsOf } from "../model/pack.js";
import type { Recommendation, ReportedRule } from "../model/recommendation.js";
import type { ConcernScore, Points } from "../model/scores.js";
import type { DecidedVerdict } from "../model/verdict.js";

/** What objections are read from. */
type Grounds = Pick<Recommendation, "verdict" | "rules" | "settled" | "concerns">;

/**
 * What speaks against a decided style and for the verdict: givens first, then rules by their points. Named are the rules
 * behind each finding that the style contradicts, and only those on the side that prevails:
 * - against `stateless`: what is kept, though nothing should be;
 * - against `stateful`: that the conversation is not kept, or should not be bound;
 * - against `hybrid`, where the verdict is `stateless`: that no concern is kept; where it is `stateful`: that the
 *   conversation is bound, and if something else is kept as well, that the conversation is kept at all, as without that
 *   it would be a hybrid.
 */
export function objections(style: DecidedVerdict, grounds: Grounds): readonly Objection[] {
  const { verdict, rules, settled } = grounds;
  if (verdict === style || verdict === "undecided") return [];
  return [...settled, ...rules].filter(contradicted(style, grounds)).map(objection);
}

type Speaks = (fired: ReportedRule) => boolean;

/** Which fired rules stand behind a finding that the style contradicts. */
function contradicted(style: DecidedVerdict, { verdict, concerns }: Grounds): Speaks {
  const isConversation = ({ concern }: ConcernScore): boolean => concern === "interaction";
  const conversation = concerns.filter(isConversation);
  switch (style) {
    case "stateless":
      return any(concerns.filter(({ kept }) => kept).map(forKeeping));
    case "stateful":
      return any([
        ...conversation.filter(({ kept }) => !kept).map(againstKeeping),
        ...conversation.map(againstBinding),
      ]);
    case "hybrid": {
      if (verdict === "stateless") return any(concerns.map(againstKeeping));
      const othersAreKept = concerns.some((each) => each.kept && !isConversation(each));
      return any([...(othersAreKept ? conversation.map(forKeeping) : []), ...conversation.map(forBinding)]);
    }
    default:
      return style satisfies never;
  }
}

function any(speaks: readonly Speaks[]): Speaks {
  return (fired) => speaks.some((each) => each(fired));
}

function forKeeping({ concern, need }: ConcernScore): Speaks {
  return ({ rule }) =>
    rule.concern === concern &&
    (rule.kind === "must" || (rule.kind === "need" && rule.points > 0 && prevails(need)));
}

function againstKeeping({ concern, need }: ConcernScore): Speaks {
  return ({ rule }) =>
    rule.concern === concern &&
    (rule.kind === "must-not" || (rule.kind === "need" && rule.points < 0 && !prevails(need)));
}

function forBinding({ place }: ConcernScore): Speaks {
  return ({ rule }) =>
    rule.kind === "must-bind" || (rule.kind === "place" && rule.points > 0 && prevails(place));
}

function againstBinding({ place, mustBind, mayNotBind }: ConcernScore): Speaks {
  if (mustBind && !mayNotBind) return () => false;
  return ({ rule }) =>
    rule.kind === "may-not-bind" || (rule.kind === "place" && rule.points < 0 && !prevails(place));
}

/** Whether the points for outweigh those against; a tie goes to the lighter side. */
function prevails(points: Points): boolean {
  return points.for > points.against;
}

/** With its keys in the order of the JSON report. */
function objection({ rule, questions }: ReportedRule): Objection {
  const { kind, id, concern, because } = rule;
  const points = pointsOf(rule);
  return { kind, id, concern, points: points === null ? null : Math.abs(points), because, questions };
}
