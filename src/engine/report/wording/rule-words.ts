import type { Rule } from "../../model/pack.js";
import { plural } from "../numbers.js";
import { concernNouns } from "./titles.js";

/** What a given does, as a clause: "the login must be kept". */
export const givenWords = (rule: Rule): string => `the ${concernNouns[rule.concern]} ${ruleEffect(rule)}`;

type Effect = Pick<Rule, "kind" | "points">;

/** What a rule does to its concern when it fires: "2 points against keeping it", "must be kept". */
export function ruleEffect({ kind, points }: Effect): string {
  switch (kind) {
    case "need":
      return `${plural(Math.abs(points), "point")} ${points > 0 ? "for" : "against"} keeping it`;
    case "place":
      return `${plural(Math.abs(points), "point")} for ${points > 0 ? "binding it" : "keeping it elsewhere"}`;
    case "must":
      return "must be kept";
    case "must-not":
      return "is not to be kept";
    case "must-bind":
      return "may be kept only with its connection or instance";
    case "may-not-bind":
      return "may not be bound to a connection or instance";
    case "follows":
      return "goes where the conversation goes";
    default:
      return kind satisfies never;
  }
}

/** The points with their sign, as in a table: `+2`, `−2`; empty for none. */
export function signedPoints(points: number | null): string {
  if (points === null) return "";
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`;
}
