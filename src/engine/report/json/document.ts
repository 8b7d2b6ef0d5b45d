import { jsonText } from "../../diagnostics/plain-text.js";
import type { Change } from "../../model/analysis.js";
import { type Citation, isGiven } from "../../model/pack.js";
import type {
  Report,
  ReportedAnswer,
  ReportedPack,
  ReportedPlacement,
  ReportedRule,
  UncitedRecommendation,
} from "../../model/recommendation.js";
import type { Concern } from "../../model/verdict.js";
import { shareOf } from "../numbers.js";
import type { Format } from "../report-style.js";
import { citationKey } from "../sources.js";
import { allWays } from "../wording/trust-words.js";
import { decisionJson, driftJson } from "./decision.js";

/*
 * The JSON report, version 2; `report-schema.ts` describes it for other tools. Keys are in a fixed order. Null: not
 * defined, or not analysed.
 */

/** The JSON report, indented by two; pure ASCII (by escapes, so nothing is lost) without `unicode`. */
export const jsonReport: Format = (report, style) => jsonText(jsonDocument(report), style);

export type JsonReport = ReturnType<typeof jsonDocument>;
export type JsonSurface = ReturnType<typeof jsonSurface>;

export function jsonDocument({ tool, pack, services }: Report) {
  return {
    version: 2,
    tool: { name: tool.name, version: tool.version },
    pack: packJson(pack),
    services: services.map(({ service, source, surfaces }) => ({
      service,
      source,
      surfaces: surfaces.map(jsonSurface),
    })),
  };
}

function packJson({ name, version, digest, drawnFrom, notAsked }: ReportedPack) {
  const source = drawnFrom === null ? null : { id: drawnFrom.id, title: drawnFrom.title, url: drawnFrom.url };
  return { name, version, digest, drawnFrom: source, notAsked };
}

export function jsonSurface(from: UncitedRecommendation) {
  const { at, analysis, decision, lapse } = from;
  const givens = from.settled.filter(({ rule }) => isGiven(rule));
  const follows = from.settled.filter(({ rule }) => !isGiven(rule));
  return {
    name: from.surface,
    at: { file: at.file, line: at.line, column: at.column },
    clashes: from.clashes.map(({ clash, questions }) => ({
      id: clash.id,
      because: clash.because,
      questions,
      reconsider: clash.reconsider,
    })),
    verdict: from.verdict,
    grade: analysis?.trust?.grade ?? null,
    keeps: from.keeps,
    concerns: from.concerns.map((each) => ({
      id: each.concern,
      kept: each.kept,
      class: each.class,
      need: { for: each.need.for, against: each.need.against },
      place: each.concern === "interaction" ? { for: each.place.for, against: each.place.against } : null,
      givens: ruleIds(givens, each.concern),
      follows: ruleIds(follows, each.concern),
      ...placementJson(each.placement),
    })),
    assumptions: from.assumptions.map(({ question, option, otherwise }) => ({
      question,
      option,
      otherwise: otherwise.map(({ option, verdict, concerns }) => ({ option, verdict, concerns })),
    })),
    ...trustJson(from),
    outOfReach: from.outOfReach,
    answers: from.answers.map((answer) => ({
      question: answer.question,
      answer: optionsJson(from, answer),
      implied: answer.state === "implied",
      because: answer.impliedBecause,
      note: answer.note,
    })),
    contributions: contributionsJson(from),
    rules: from.rules.map(ruleJson),
    givens: givens.map(ruleJson),
    follows: follows.map(ruleJson),
    tradeoffs: from.tradeoffs.map(({ id, kind, style, text, mitigation, sources }) => ({
      id,
      kind,
      style,
      text,
      mitigation,
      sources: keysOf(sources),
    })),
    guidance: from.guidance.map(({ id, topic, text, because, sources }) => ({
      id,
      topic,
      text,
      because,
      sources: keysOf(sources),
    })),
    ...tippingJson(from),
    unanswered: from.open.map(({ question, unsure, essential, valueOfInformation, overturns }) => ({
      question,
      unsure,
      essential,
      valueOfInformation,
      overturns: analysis === null ? null : overturns,
    })),
    decision:
      decision === null
        ? null
        : {
            ...decisionJson(decision),
            lapse: lapse === null ? null : { kind: lapse.kind, changes: driftJson(lapse) },
          },
  };
}

function placementJson(placement: ReportedPlacement | null) {
  const { pattern = null, beside = null, backedBy = null } = placement ?? {};
  return {
    placement: placement?.place ?? null,
    pattern: pattern?.id ?? null,
    examples: pattern?.examples ?? [],
    because: placement?.because ?? null,
    sources: placement === null ? [] : keysOf(placement.sources),
    beside:
      beside === null ? null : { placement: beside.place, pattern: beside.id, examples: beside.examples },
    backedBy:
      backedBy === null
        ? null
        : {
            id: backedBy.id,
            placement: backedBy.pattern.place,
            pattern: backedBy.pattern.id,
            examples: backedBy.pattern.examples,
            because: backedBy.because,
            sources: keysOf(backedBy.sources),
          },
  };
}

/** How far the verdict can be trusted, and where the open questions can still lead. */
function trustJson({ analysis }: UncitedRecommendation) {
  if (analysis === null) return { trust: null, stability: null, reach: null };
  const { trust, stability, reach } = analysis;
  const total = allWays(reach);
  return {
    trust: trust === null ? null : { answers: trust.answers, weights: trust.weights, caps: trust.caps },
    stability: {
      radius: stability.radius,
      concern: stability.at?.concern ?? null,
      form: stability.at?.form ?? null,
      verdict: stability.verdict,
    },
    reach: {
      stateless: shareOf(reach.stateless, total),
      stateful: shareOf(reach.stateful, total),
      hybrid: shareOf(reach.hybrid, total),
      undecided: shareOf(reach.undecided, total),
    },
  };
}

function tippingJson({ analysis }: UncitedRecommendation) {
  const tipping = analysis?.tippingPoints ?? null;
  return {
    tippingPoints:
      tipping?.points.map(({ changes, verdict }) => ({ changes: changes.map(changeJson), verdict })) ?? null,
    tippingPointsOmitted: tipping?.left ?? null,
    tippingPointsComplete: tipping?.complete ?? null,
    concernTippingPoints:
      analysis?.concernTippingPoints.map(({ concern, change, class: placeClass }) => ({
        concern,
        class: placeClass,
        change: changeJson(change),
      })) ?? null,
  };
}

const changeJson = ({ question, from, to }: Change) => ({ question, from, to });

function contributionsJson(from: UncitedRecommendation) {
  const answerTo = new Map(from.answers.map((answer) => [answer.question, answer]));
  return from.contributions.map((contribution) => {
    const { question, implied, concern, form, denominator } = contribution;
    const answer = answerTo.get(question);
    return {
      concern,
      form,
      question,
      answer: answer === undefined ? [] : optionsJson(from, answer),
      implied,
      for: contribution.for / denominator,
      against: contribution.against / denominator,
    };
  });
}

function ruleIds(rules: readonly ReportedRule[], concern: Concern): readonly string[] {
  return rules.filter(({ rule }) => rule.concern === concern).map(({ rule }) => rule.id);
}

function ruleJson({ rule, questions }: ReportedRule) {
  return {
    id: rule.id,
    kind: rule.kind,
    concern: rule.concern,
    points: rule.kind === "need" || rule.kind === "place" ? rule.points : null,
    questions,
    keeps: rule.keeps,
    because: rule.because,
    contested: rule.contested,
    sources: keysOf(rule.sources),
  };
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

const keysOf = (sources: readonly Citation[]): readonly string[] => sources.map(citationKey);
