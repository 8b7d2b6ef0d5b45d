import type { Decision } from "../model/answers.js";
import type { Opponent } from "../model/check.js";
import type { Rule } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";
import type { DecidedVerdict } from "../model/verdict.js";

/**
 * What speaks for the verdict and against the decided style: vetoes of that style first, then fired rules by the
 * points that make the difference. Between stateful and hybrid only the kind of state does, so kept evidence speaks
 * against `stateful`, and live evidence against `hybrid`.
 */
export function opponents(
  style: Decision["style"],
  { verdict, rules, vetoes }: Pick<Recommendation, "verdict" | "rules" | "vetoes">,
): readonly Opponent[] {
  if (verdict === style || verdict === "undecided") return [];
  const forbidding = vetoes
    .filter(({ veto }) => veto.forbids === style)
    .map(({ veto, questions }): Opponent => ({ kind: "veto", ...named(veto, questions), points: null }));
  const against = rules
    .map(({ rule, questions }) => ({
      points: pointsFor(verdict, style, rule),
      opponent: named(rule, questions),
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ points, opponent }): Opponent => ({ kind: "rule", ...opponent, points }));
  return [...forbidding, ...against];
}

function named(
  { id, because }: Pick<Rule, "id" | "because">,
  questions: readonly string[],
): Pick<Opponent, "id" | "because" | "questions"> {
  return { id, because, questions };
}

function pointsFor(verdict: DecidedVerdict, style: Decision["style"], { weight }: Rule): number {
  switch (verdict) {
    case "stateless":
      return weight.stateless;
    case "stateful":
      return style === "hybrid" ? weight.live : weight.live + weight.kept;
    case "hybrid":
      return style === "stateful" ? weight.kept : weight.live + weight.kept;
    default:
      return verdict satisfies never;
  }
}
