import type { Analysis, Reach } from "../model/analysis.js";
import type { Recommendation, Report, ReportedAnswer } from "../model/recommendation.js";
import type { Scores } from "../model/scores.js";
import { citationKey } from "./citations.js";
import type { JsonAnswer, JsonReport, JsonScores, JsonSurface } from "./json-report.js";
import { shareOf } from "./share.js";

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
      surfaces: surfaces.map(surfaceOf),
    })),
  };
}

function surfaceOf(from: Recommendation): JsonSurface {
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
    ...answersOf(from),
    ...entriesOf(from),
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

function answersOf(from: Recommendation): Pick<JsonSurface, "answers" | "contributions"> {
  const answerTo = new Map(from.answers.map((answer) => [answer.question, answerOf(from, answer)]));
  return {
    answers: from.answers.map((answer) => ({
      question: answer.question,
      answer: answerOf(from, answer),
      implied: answer.state === "implied",
      because: answer.impliedBecause,
      note: answer.note,
    })),
    contributions: from.contributions.map(({ question, implied, live, kept, stateless, denominator }) => ({
      question,
      answer: answerTo.get(question) ?? [],
      implied,
      stateful: (live + kept) / denominator,
      stateless: stateless / denominator,
      live: live / denominator,
      kept: kept / denominator,
    })),
  };
}

function answerOf(from: Recommendation, { question, options }: ReportedAnswer): JsonAnswer {
  const ids = options.map(({ id }) => id);
  const several = from.questions.get(question)?.several ?? ids.length !== 1;
  return several ? ids : (ids[0] ?? []);
}

function entriesOf(from: Recommendation): Pick<JsonSurface, "rules" | "vetoes" | "tradeoffs" | "guidance"> {
  return {
    rules: from.rules.map(({ rule, questions }) => ({
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
    })),
    vetoes: from.vetoes.map(({ veto, questions }) => ({
      id: veto.id,
      forbids: veto.forbids,
      concern: veto.concern,
      questions: [...questions],
      because: veto.because,
      contested: veto.contested,
      sources: veto.sources.map(citationKey),
    })),
    tradeoffs: from.tradeoffs.map(({ id, kind, style, text, mitigation, sources }) => ({
      id,
      kind,
      style,
      text,
      mitigation,
      sources: sources.map(citationKey),
    })),
    guidance: from.guidance.map(({ id, topic, text, because, sources }) => ({
      id,
      topic,
      text,
      because,
      sources: sources.map(citationKey),
    })),
  };
}

type Openness = Pick<
  JsonSurface,
  "tippingPoints" | "tippingPointsOmitted" | "tippingPointsComplete" | "unanswered"
>;

function opennessOf({ analysis, open }: Recommendation): Openness {
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

function decisionOf({ decision }: Recommendation): JsonSurface["decision"] {
  if (decision === null) return null;
  const { style, because, until, by, answers } = decision;
  return { style, because, until, by, answers };
}

function scoresOf({ stateful, stateless, live, kept }: Scores): JsonScores {
  return { stateful, stateless, live, kept };
}
