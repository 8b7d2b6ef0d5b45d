import { answersState } from "../advise/basis.js";
import type { RecordedDecision, Surface } from "../model/answers.js";
import { type CheckedSurface, type CheckFinding, type CheckTerms, findingLevels } from "../model/check.js";
import type { UncitedRecommendation } from "../model/recommendation.js";
import { grades } from "../model/verdict.js";
import { objections } from "./objections.js";

/**
 * Compares the decision of a surface with the current recommendation.
 * @param pack identity of the pack that recommended
 */
export function checkSurface(
  surface: Surface,
  recommendation: UncitedRecommendation,
  pack: string,
  terms: CheckTerms,
): CheckedSurface {
  const { decision } = surface;
  const findings = [
    ...verdictFindings(recommendation, terms),
    ...(decision === null
      ? noDecisionFindings(terms)
      : [
          ...(recommendation.lapse === null ? [] : [recommendation.lapse]),
          ...styleFindings(decision, surface, recommendation, pack, terms),
        ]),
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

function verdictFindings(
  { verdict, scores, settings, analysis }: UncitedRecommendation,
  { leastGrade: least }: CheckTerms,
): readonly CheckFinding[] {
  if (verdict === "undecided") {
    const points = scores.stateful + scores.stateless;
    return [{ kind: "undecided", points, minimumEvidence: settings.minimumEvidence }];
  }
  const grade = analysis?.grade ?? null;
  if (least === null || (grade !== null && grades.indexOf(grade) >= grades.indexOf(least))) return [];
  return [{ kind: "low-grade", grade, least }];
}

function noDecisionFindings({ requireDecision }: CheckTerms): readonly CheckFinding[] {
  return requireDecision ? [{ kind: "no-decision" }] : [];
}

/** How the decided style compares with the verdict; while that is undecided, there is nothing to compare. */
function styleFindings(
  decision: RecordedDecision,
  { answers }: Surface,
  recommendation: UncitedRecommendation,
  pack: string,
  { today }: CheckTerms,
): readonly CheckFinding[] {
  const { style, because, until } = decision;
  if (recommendation.verdict === "undecided") return [];
  if (style === recommendation.verdict)
    return until === null ? [] : [{ kind: "deviation-not-needed", until }];
  const against = objections(style, recommendation);
  const packChanged = decision.pack !== null && decision.pack !== pack;
  if (because === null && until === null && packChanged && answersState(decision, answers) === "same")
    return [{ kind: "pack-changed", ...shortIdentities(decision.pack, pack), against }];
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

/** Two different pack identities as names and versions, or with the start of the digest if those are the same. */
function shortIdentities(was: string, is: string): { readonly was: string; readonly is: string } {
  const named = (identity: string): string => identity.slice(0, identity.lastIndexOf(" "));
  const shortened = (identity: string): string => identity.slice(0, identity.lastIndexOf("-") + 13);
  return named(was) === named(is)
    ? { was: shortened(was), is: shortened(is) }
    : { was: named(was), is: named(is) };
}

const dayMs = 86_400_000;

/** Whole days from one calendar date (YYYY-MM-DD) to a later one. A date without a time is parsed as UTC. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}
