import type { Decision } from "../model/answers.js";
import type { Objection } from "../model/check.js";
import type { Rule } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";
import type { DecidedVerdict } from "../model/verdict.js";

/**
 * What speaks against the decided style and for the verdict: vetoes of that style first, then fired rules by the points
 * that make the difference. Between stateful and hybrid only the kind of state does, so kept evidence speaks against
 * `stateful`, and live evidence against `hybrid`.
 */
export function objections(
  style: Decision["style"],
  { verdict, rules, vetoes }: Pick<Recommendation, "verdict" | "rules" | "vetoes">,
): readonly Objection[] {
  if (verdict === style || verdict === "undecided") return [];
  const forbidding = vetoes
    .filter(({ veto }) => veto.forbids === style)
    .map(({ veto, questions }) => objection("veto", veto, null, questions));
  const against = rules
    .map(({ rule, questions }) => ({ rule, questions, points: pointsFor(verdict, style, rule) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ rule, questions, points }) => objection("rule", rule, points, questions));
  return [...forbidding, ...against];
}

/** With its keys in the order of the JSON report. */
function objection(
  kind: Objection["kind"],
  { id, because }: Pick<Rule, "id" | "because">,
  points: number | null,
  questions: readonly string[],
): Objection {
  return { kind, id, points, because, questions };
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
