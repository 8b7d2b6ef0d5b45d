import { standsOn } from "../advise/lapse.js";
import type { RecordedDecision, Surface } from "../model/answers.js";
import { type CheckedSurface, type CheckFinding, findingLevels, type GateTerms } from "../model/check.js";
import type { UncitedRecommendation } from "../model/recommendation.js";
import { grades } from "../model/verdict.js";
import { daysBetween } from "./days-between.js";
import { opponents } from "./opponents.js";
import { briefly } from "./pack-identity.js";

/**
 * Holds the decision of a surface against what is recommended for it now.
 * @param pack identity of the pack that recommended
 */
export function checkSurface(
  surface: Surface,
  recommendation: UncitedRecommendation,
  pack: string,
  terms: GateTerms,
): CheckedSurface {
  const { decision } = surface;
  const findings = [
    ...ofVerdict(recommendation, terms),
    ...(decision === null
      ? ofNoDecision(terms)
      : [...ofAnswers(recommendation), ...ofStyle(decision, surface, recommendation, pack, terms)]),
  ];
  return {
    service: recommendation.service,
    surface: surface.name,
    source: recommendation.source,
    at: decision?.at ?? surface.at,
    verdict: recommendation.verdict,
    grade: recommendation.analysis?.grade ?? null,
    decision,
    findings,
    passes: findings.every(({ kind }) => findingLevels[kind] !== "error"),
  };
}

function ofVerdict(
  { verdict, scores, settings, analysis }: UncitedRecommendation,
  terms: GateTerms,
): readonly CheckFinding[] {
  if (verdict === "undecided") {
    const points = scores.stateful + scores.stateless;
    return [{ kind: "undecided", points, minimumEvidence: settings.minimumEvidence }];
  }
  const grade = analysis?.grade ?? null;
  const least = terms.leastGrade;
  if (least === null || (grade !== null && grades.indexOf(grade) >= grades.indexOf(least))) return [];
  return [{ kind: "low-grade", grade, least }];
}

function ofNoDecision({ requireDecision }: GateTerms): readonly CheckFinding[] {
  return requireDecision ? [{ kind: "no-decision" }] : [];
}

function ofAnswers({ lapse }: UncitedRecommendation): readonly CheckFinding[] {
  return lapse === null ? [] : [lapse];
}

/** How the style stands to the verdict. While undecided there is nothing to hold it against. */
function ofStyle(
  decision: RecordedDecision,
  { answers }: Surface,
  recommendation: UncitedRecommendation,
  pack: string,
  { today }: GateTerms,
): readonly CheckFinding[] {
  const { style, because, until } = decision;
  if (recommendation.verdict === "undecided") return [];
  if (style === recommendation.verdict)
    return until === null ? [] : [{ kind: "deviation-not-needed", until }];
  const against = opponents(style, recommendation);
  if (
    because === null &&
    until === null &&
    movedBy(pack, decision) &&
    standsOn(decision, answers) === "same"
  ) {
    return [{ kind: "pack-changed", ...briefly(decision.pack ?? "", pack), against }];
  }
  if (because === null || until === null) {
    const missing = [
      ...(because === null ? ["because" as const] : []),
      ...(until === null ? ["until" as const] : []),
    ];
    return [{ kind: "deviation-unexplained", missing, against }];
  }
  if (until < today) return [{ kind: "deviation-expired", until, against }];
  return [{ kind: "deviation-accepted", until, daysLeft: daysBetween(today, until), against }];
}

function movedBy(pack: string, decision: RecordedDecision): boolean {
  return decision.pack !== null && decision.pack !== pack;
}
