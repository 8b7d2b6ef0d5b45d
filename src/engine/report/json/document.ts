import { jsonText, printable } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import type { Lapse } from "../../model/check.js";
import { type Citation, totalPoints } from "../../model/pack.js";
import type { Report, ReportedAnswer, UncitedRecommendation } from "../../model/recommendation.js";
import type { Scores } from "../../model/scores.js";
import { shareOf } from "../numbers.js";
import type { Format } from "../report-style.js";
import { citationKey } from "../sources.js";
import { allWays } from "../wording/trust-words.js";

/*
 * The JSON report, version 1; `report-schema.ts` describes it for other tools. Keys are in a fixed order. Null: not
 * defined, or not analysed.
 */

/** The JSON report, indented by two; pure ASCII (by escapes, so nothing is lost) without `unicode`. */
export const jsonReport: Format = (report, style) => jsonText(jsonDocument(report), style);

export type JsonReport = ReturnType<typeof jsonDocument>;
export type JsonSurface = ReturnType<typeof jsonSurface>;

export function jsonDocument({ tool, pack, services }: Report) {
  return {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    pack: { name: pack.name, version: pack.version, digest: pack.digest },
    services: services.map(({ service, source, surfaces }) => ({
      service,
      source,
      surfaces: surfaces.map(jsonSurface),
    })),
  };
}

export function jsonSurface(from: UncitedRecommendation) {
  const { at, analysis, settings, decision } = from;
  const tipping = analysis?.tippingPoints ?? null;
  return {
    name: from.surface,
    at: { file: at.file, line: at.line, column: at.column },
    verdict: from.verdict,
    grade: analysis?.grade ?? null,
    balance: from.balance,
    boundness: from.boundness,
    scores: scoresJson(from.scores),
    settings: {
      needBoundary: settings.needBoundaryPercent / 100,
      boundBoundary: settings.boundBoundaryPercent / 100,
      minimumEvidence: settings.minimumEvidence,
      firmRadius: settings.firmRadius,
      fragileRadius: settings.fragileRadius,
    },
    ...outlookJson(from),
    outOfReach: from.outOfReach,
    concerns: from.concerns.map(({ concern, scores, balance, placement }) => ({
      id: concern,
      scores: scoresJson(scores),
      balance,
      placement: placement?.place ?? null,
      pattern: placement?.pattern?.id ?? null,
      because: placement?.because ?? null,
      sources: placement === null ? [] : keysOf(placement.sources),
    })),
    answers: from.answers.map((answer) => ({
      question: answer.question,
      answer: optionsJson(from, answer),
      implied: answer.state === "implied",
      because: answer.impliedBecause,
      note: answer.note,
    })),
    contributions: contributionsJson(from),
    ...entriesJson(from),
    tippingPoints:
      tipping?.points.map(({ changes, verdict }) => ({
        changes: changes.map(({ question, from, to }) => ({ question, from, to })),
        verdict,
      })) ?? null,
    tippingPointsOmitted: tipping?.left ?? null,
    tippingPointsComplete: tipping?.complete ?? null,
    unanswered: from.open.map(({ question, unsure, valueOfInformation, overturns }) => ({
      question,
      unsure,
      valueOfInformation,
      overturns: analysis === null ? null : overturns,
    })),
    decision:
      decision === null
        ? null
        : {
            style: decision.style,
            because: decision.because,
            until: decision.until,
            by: decision.by,
            answers: decision.answers,
            lapse: from.lapse === null ? null : lapseJson(from.lapse),
          },
  };
}

function outlookJson({ analysis }: UncitedRecommendation) {
  if (analysis === null) return { stability: null, reach: null };
  const { stability, reach } = analysis;
  const total = allWays(reach);
  return {
    stability: { radius: stability.radius, boundary: stability.boundary, verdict: stability.verdict },
    reach: {
      stateless: shareOf(reach.stateless, total),
      stateful: shareOf(reach.stateful, total),
      hybrid: shareOf(reach.hybrid, total),
      undecided: shareOf(reach.undecided, total),
    },
  };
}

/** The entries of the pack that apply. */
function entriesJson({ rules, vetoes, tradeoffs, guidance }: UncitedRecommendation) {
  return {
    rules: rules.map(({ rule, questions }) => ({
      id: rule.id,
      favours: rule.favours,
      weight: totalPoints(rule.weight),
      live: rule.weight.live,
      kept: rule.weight.kept,
      concern: rule.concern,
      questions,
      because: rule.because,
      contested: rule.contested,
      sources: keysOf(rule.sources),
    })),
    vetoes: vetoes.map(({ veto, questions }) => ({
      id: veto.id,
      forbids: veto.forbids,
      concern: veto.concern,
      questions,
      because: veto.because,
      contested: veto.contested,
      sources: keysOf(veto.sources),
    })),
    tradeoffs: tradeoffs.map(({ id, kind, style, text, mitigation, sources }) => ({
      id,
      kind,
      style,
      text,
      mitigation,
      sources: keysOf(sources),
    })),
    guidance: guidance.map(({ id, topic, text, because, sources }) => ({
      id,
      topic,
      text,
      because,
      sources: keysOf(sources),
    })),
  };
}

function contributionsJson(from: UncitedRecommendation) {
  const answerTo = new Map(from.answers.map((answer) => [answer.question, answer]));
  return from.contributions.map(({ question, implied, live, kept, stateless, denominator }) => {
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
  });
}

/** An option's id; a list of ids for a question that takes several. */
function optionsJson(
  { questions }: UncitedRecommendation,
  { question, options }: ReportedAnswer,
): string | readonly string[] {
  const ids = options.map(({ id }) => id);
  const [only] = ids;
  return only === undefined || questions.get(question)?.several ? ids : only;
}

function lapseJson(lapse: Lapse) {
  const known = lapse.kind === "answers-changed" && lapse.drift.kind === "known";
  return { kind: lapse.kind, changes: known ? lapse.drift.changes : null };
}

const scoresJson = ({ stateful, stateless, live, kept }: Scores) => ({ stateful, stateless, live, kept });

const keysOf = (sources: readonly Citation[]): readonly string[] => sources.map(citationKey);

/** A problem for programs: `code` is stable, the wording is not. */
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
