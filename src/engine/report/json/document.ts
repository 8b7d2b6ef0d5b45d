import { jsonText, printable } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import type { Analysis, Reach } from "../../model/analysis.js";
import type { Lapse } from "../../model/check.js";
import type { Guidance, Tradeoff } from "../../model/pack.js";
import type {
  Recommendation,
  Report,
  ReportedAnswer,
  ReportedContribution,
  UncitedRecommendation,
} from "../../model/recommendation.js";
import type { Scores } from "../../model/scores.js";
import { shareOf } from "../numbers.js";
import type { Format } from "../report-style.js";
import { citationKey } from "../sources.js";
import type {
  JsonAnswer,
  JsonContribution,
  JsonGuidance,
  JsonLapse,
  JsonReport,
  JsonRule,
  JsonScores,
  JsonSurface,
  JsonTradeoff,
  JsonVeto,
} from "./types.js";

/** The JSON report, version 1, indented by two; pure ASCII (by escapes, so nothing is lost) without `unicode`. */
export const jsonReport: Format = (report, style) => jsonText(jsonDocument(report), style);

/** A report as plain data in the shape of version 1, keys in a fixed order. */
export function jsonDocument(report: Report): JsonReport {
  const { tool, pack } = report;
  return {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    pack: { name: pack.name, version: pack.version, digest: pack.digest },
    services: report.services.map(({ service, source, surfaces }) => ({
      service,
      source,
      surfaces: surfaces.map(jsonSurface),
    })),
  };
}

/** One surface in that shape. */
export function jsonSurface(from: UncitedRecommendation): JsonSurface {
  const { analysis, settings } = from;
  return {
    name: from.surface,
    at: { file: from.at.file, line: from.at.line, column: from.at.column },
    verdict: from.verdict,
    grade: analysis?.grade ?? null,
    balance: from.balance,
    boundness: from.boundness,
    scores: scoresOf(from.scores),
    settings: {
      needBoundary: settings.needBoundaryPercent / 100,
      boundBoundary: settings.boundBoundaryPercent / 100,
      minimumEvidence: settings.minimumEvidence,
      firmRadius: settings.firmRadius,
      fragileRadius: settings.fragileRadius,
    },
    stability: stabilityOf(analysis),
    reach: analysis === null ? null : reachOf(analysis.reach),
    outOfReach: from.outOfReach,
    concerns: from.concerns.map(({ concern, scores, balance, placement }) => ({
      id: concern,
      scores: scoresOf(scores),
      balance,
      placement: placement?.place ?? null,
      pattern: placement?.pattern?.id ?? null,
      because: placement?.because ?? null,
      sources: placement?.sources.map(citationKey) ?? [],
    })),
    answers: from.answers.map((answer) => answerJson(from, answer)),
    contributions: from.contributions.map(contributionJson(from)),
    rules: from.rules.map(ruleJson),
    vetoes: from.vetoes.map(vetoJson),
    tradeoffs: from.tradeoffs.map(tradeoffJson),
    guidance: from.guidance.map(guidanceJson),
    ...opennessOf(from),
    decision: decisionOf(from),
  };
}

function stabilityOf(analysis: Analysis | null): JsonSurface["stability"] {
  if (analysis === null) return null;
  const { radius, boundary, verdict } = analysis.stability;
  return { radius, boundary, verdict };
}

function reachOf(reach: Reach): JsonSurface["reach"] {
  const total = reach.stateless + reach.stateful + reach.hybrid + reach.undecided;
  return {
    stateless: shareOf(reach.stateless, total),
    stateful: shareOf(reach.stateful, total),
    hybrid: shareOf(reach.hybrid, total),
    undecided: shareOf(reach.undecided, total),
  };
}

type Openness = Pick<
  JsonSurface,
  "tippingPoints" | "tippingPointsOmitted" | "tippingPointsComplete" | "unanswered"
>;

function opennessOf({ analysis, open }: UncitedRecommendation): Openness {
  const found = analysis?.tippingPoints ?? null;
  return {
    tippingPoints:
      found?.points.map(({ changes, verdict }) => ({
        changes: changes.map(({ question, from, to }) => ({ question, from, to })),
        verdict,
      })) ?? null,
    tippingPointsOmitted: found?.left ?? null,
    tippingPointsComplete: found?.complete ?? null,
    unanswered: open.map(({ question, unsure, valueOfInformation, overturns }) => ({
      question,
      unsure,
      valueOfInformation,
      overturns: analysis === null ? null : overturns,
    })),
  };
}

function decisionOf({ decision, lapse }: UncitedRecommendation): JsonSurface["decision"] {
  if (decision === null) return null;
  const { style, because, until, by, answers } = decision;
  return { style, because, until, by, answers, lapse: lapse === null ? null : lapseOf(lapse) };
}

function lapseOf(lapse: Lapse): JsonLapse {
  const known = lapse.kind === "answers-changed" && lapse.drift.kind === "known";
  return { kind: lapse.kind, changes: known ? lapse.drift.changes : null };
}

function scoresOf({ stateful, stateless, live, kept }: Scores): JsonScores {
  return { stateful, stateless, live, kept };
}

type Named = Pick<UncitedRecommendation, "answers" | "questions">;

export function answerJson(from: Named, answer: ReportedAnswer): JsonSurface["answers"][number] {
  return {
    question: answer.question,
    answer: optionsJson(from, answer),
    implied: answer.state === "implied",
    because: answer.impliedBecause,
    note: answer.note,
  };
}

export function contributionJson(from: Named): (contribution: ReportedContribution) => JsonContribution {
  const answerTo = new Map(from.answers.map((answer) => [answer.question, answer]));
  return ({ question, implied, live, kept, stateless, denominator }) => {
    const answer = answerTo.get(question);
    return {
      question,
      answer: answer === undefined ? [] : optionsJson(from, answer),
      implied,
      stateful: (live + kept) / denominator,
      stateless: stateless / denominator,
      live: live / denominator,
      kept: kept / denominator,
    };
  };
}

function optionsJson(from: Named, { question, options }: ReportedAnswer): JsonAnswer {
  const ids = options.map(({ id }) => id);
  const several = from.questions.get(question)?.several === true;
  return several ? ids : (ids[0] ?? []);
}

export function ruleJson({ rule, questions }: Recommendation["rules"][number]): JsonRule {
  return {
    id: rule.id,
    favours: rule.favours,
    weight: rule.weight.live + rule.weight.kept + rule.weight.stateless,
    live: rule.weight.live,
    kept: rule.weight.kept,
    concern: rule.concern,
    questions: [...questions],
    because: rule.because,
    contested: rule.contested,
    sources: rule.sources.map(citationKey),
  };
}

export function vetoJson({ veto, questions }: Recommendation["vetoes"][number]): JsonVeto {
  return {
    id: veto.id,
    forbids: veto.forbids,
    concern: veto.concern,
    questions: [...questions],
    because: veto.because,
    contested: veto.contested,
    sources: veto.sources.map(citationKey),
  };
}

export function tradeoffJson({ id, kind, style, text, mitigation, sources }: Tradeoff): JsonTradeoff {
  return { id, kind, style, text, mitigation, sources: sources.map(citationKey) };
}

export function guidanceJson({ id, topic, text, because, sources }: Guidance): JsonGuidance {
  return { id, topic, text, because, sources: sources.map(citationKey) };
}

/** A problem as machines read it: `code` is stable, the words are not. */
export function problemJson(problem: Problem): object {
  const { message, expected } = wordingOf(problem);
  return {
    file: problem.file,
    line: problem.at?.line ?? null,
    column: problem.at?.column ?? null,
    code: problem.code,
    message: printable(message),
    expected: expected === null ? null : printable(expected),
  };
}
