import type { Analysis, Reach } from "../model/analysis.js";
import type { Lapse } from "../model/check.js";
import type { Report, UncitedRecommendation } from "../model/recommendation.js";
import type { Scores } from "../model/scores.js";
import { citationKey } from "./citations.js";
import {
  answerJson,
  contributionJson,
  guidanceJson,
  ruleJson,
  tradeoffJson,
  vetoJson,
} from "./json-entries.js";
import type { JsonLapse, JsonReport, JsonScores, JsonSurface } from "./json-report.js";
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
