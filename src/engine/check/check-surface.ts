import { recordsAnswers } from "../advise/basis.js";
import { visibleText } from "../diagnostics/plain-text.js";
import type { RecordedDecision, Surface } from "../model/answers.js";
import {
  type CheckedSurface,
  type CheckFinding,
  type CheckTerms,
  findingLevels,
  type Models,
  type Objection,
} from "../model/check.js";
import type { UncitedRecommendation } from "../model/recommendation.js";
import { isDecisive } from "../model/unconfirmed.js";
import { type Grade, grades } from "../model/verdict.js";
import { modelNow } from "./decide.js";
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
    ...clashFindings(recommendation, terms),
    ...verdictFindings(recommendation, terms),
    ...unconfirmedFindings(recommendation, terms),
    ...(decision === null
      ? noDecisionFindings(terms)
      : [
          ...(recommendation.lapse === null ? [] : [recommendation.lapse]),
          ...styleFindings(decision, recommendation, pack, terms),
          ...reviewFindings(decision, terms),
        ]),
  ];
  return {
    service: recommendation.service,
    surface: surface.name,
    source: recommendation.source,
    at: decision?.at ?? surface.at,
    verdict: recommendation.verdict,
    grade: gradeOf(recommendation),
    decision,
    findings,
    passes: findings.every(({ kind }) => findingLevels[kind] !== "error"),
  };
}

function gradeOf({ analysis }: UncitedRecommendation): Grade | null {
  return analysis?.trust?.grade ?? null;
}

function clashFindings(
  { clashes }: UncitedRecommendation,
  { noClashes }: CheckTerms,
): readonly CheckFinding[] {
  const kind = noClashes ? "clash-not-allowed" : "clash";
  return clashes.map(({ clash: { id, because, reconsider }, questions }) => ({
    kind,
    clash: id,
    because,
    questions,
    reconsider,
  }));
}

function verdictFindings(
  recommendation: UncitedRecommendation,
  { leastGrade: least }: CheckTerms,
): readonly CheckFinding[] {
  if (recommendation.verdict === "undecided") return [{ kind: "undecided" }];
  const grade = gradeOf(recommendation);
  if (least === null || (grade !== null && grades.indexOf(grade) >= grades.indexOf(least))) return [];
  return [{ kind: "low-grade", grade, least }];
}

/** An answer that decides nothing need not be confirmed. */
function unconfirmedFindings(
  { unconfirmed }: UncitedRecommendation,
  { requireConfirmed }: CheckTerms,
): readonly CheckFinding[] {
  if (!requireConfirmed) return [];
  return unconfirmed.filter(isDecisive).map((answer) => ({ kind: "answer-unconfirmed", ...answer }));
}

function noDecisionFindings({ requireDecision }: CheckTerms): readonly CheckFinding[] {
  return requireDecision ? [{ kind: "no-decision" }] : [];
}

/** How the decided style compares with the verdict; while that is undecided, there is nothing to compare. */
function styleFindings(
  decision: RecordedDecision,
  recommendation: UncitedRecommendation,
  pack: string,
  terms: CheckTerms,
): readonly CheckFinding[] {
  const { style, until } = decision;
  if (recommendation.verdict === "undecided") return [];
  const models = otherModel(decision);
  if (style === recommendation.verdict)
    return [
      ...(models === null ? [] : [{ kind: "other-model" as const, ...models }]),
      ...(until === null ? [] : [{ kind: "deviation-not-needed" as const, until }]),
    ];
  const against = objections(style, recommendation);
  if (wasRecommended(decision, recommendation, pack))
    return [{ kind: "pack-changed", ...shortIdentities(decision.pack ?? "", pack), models, against }];
  return deviationFindings(decision, against, terms);
}

function deviationFindings(
  { because, until }: RecordedDecision,
  against: readonly Objection[],
  { today, soon, noDeviations, maxDeviation, minReason }: CheckTerms,
): readonly CheckFinding[] {
  if (noDeviations) return [{ kind: "deviation-not-allowed", against }];
  const reason = visibleText(because ?? "");
  if (reason === "" || until === null) {
    const missing = [
      ...(reason === "" ? ["because" as const] : []),
      ...(until === null ? ["until" as const] : []),
    ];
    return [{ kind: "deviation-unexplained", missing, against }];
  }
  if (until < today) return [{ kind: "deviation-expired", until, against }];
  const daysLeft = daysBetween(today, until);
  // Characters as people count them, so that neither blanks nor an emoji's parts make a reason longer.
  const length = [...reason].length;
  const findings: CheckFinding[] = [];
  if (maxDeviation !== null && daysLeft > maxDeviation)
    findings.push({ kind: "deviation-too-long", until, daysLeft, most: maxDeviation, against });
  if (minReason !== null && length < minReason)
    findings.push({ kind: "deviation-reason-too-short", length, least: minReason });
  if (findings.length > 0) return findings;
  const accepted = { kind: "deviation-accepted", until, daysLeft, against } as const;
  return isSoon(daysLeft, soon) ? [accepted, { kind: "deviation-ends-soon", until, daysLeft }] : [accepted];
}

/** Whether the decision is to be looked at again, whatever is recommended now. */
function reviewFindings(
  { reviewBy }: RecordedDecision,
  { today, soon, noOverdueReviews }: CheckTerms,
): readonly CheckFinding[] {
  if (reviewBy === null) return [];
  if (reviewBy < today)
    return [{ kind: noOverdueReviews ? "review-overdue-not-allowed" : "review-overdue", reviewBy }];
  const daysLeft = daysBetween(today, reviewBy);
  return isSoon(daysLeft, soon) ? [{ kind: "review-due-soon", reviewBy, daysLeft }] : [];
}

/** With 0 days ahead nothing is soon, not even today: that switches it off. */
function isSoon(daysLeft: number, soon: number): boolean {
  return soon > 0 && daysLeft <= soon;
}

/** The model that a decision was taken under and today's, if they differ. One that names no pack may be of any model. */
function otherModel({ pack, model }: RecordedDecision): Models | null {
  return pack === null || model === modelNow ? null : { was: model, is: modelNow };
}

/**
 * Whether a decision that differs from the verdict was as recommended when it was taken: another pack recommended, and
 * nobody recorded a deviation. By another model, a reason alone is no sign of a deviation, as `decide` asks for a last
 * day as well; and whether the answers have changed since makes no difference.
 */
function wasRecommended(
  decision: RecordedDecision,
  { lapse }: Pick<UncitedRecommendation, "lapse">,
  pack: string,
): boolean {
  if (decision.pack === null || decision.until !== null) return false;
  if (otherModel(decision) !== null) return true;
  const answersAreTheSame = lapse === null && recordsAnswers(decision);
  return decision.pack !== pack && decision.because === null && answersAreTheSame;
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
