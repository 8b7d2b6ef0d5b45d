import { jsonText } from "../../diagnostics/plain-text.js";
import { isGiven } from "../../model/pack.js";
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
import { surfacesOf } from "../selection.js";
import { allWays } from "../wording/trust-words.js";
import { answersAfter } from "./answers-after.js";
import { decisionJson, driftJson } from "./decision.js";
import { definitionsJson } from "./definitions.js";

/*
 * The JSON report, version 2; `report-schema.ts` describes it for other tools. Keys are in a fixed order. Null: not
 * defined, or not analysed. A surface names entries of the pack by id; what they say is in `definitions`, once.
 */

/** The JSON report, indented by two; pure ASCII (by escapes, so nothing is lost) without `unicode`. */
export const jsonReport: Format = (report, style) => jsonText(jsonDocument(report), style);

export type JsonReport = ReturnType<typeof jsonDocument>;
export type JsonSurface = ReturnType<typeof jsonSurface>;

export function jsonDocument(report: Report) {
  const { tool, pack, services } = report;
  return {
    version: 2,
    tool: { name: tool.name, version: tool.version },
    pack: packJson(pack),
    definitions: definitionsJson(surfacesOf(report)),
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
    clashes: from.clashes.map(({ clash, questions }) => ({ id: clash.id, questions })),
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
    answers: Object.fromEntries(from.answers.map((answer) => [answer.question, optionsJson(from, answer)])),
    implied: Object.fromEntries(
      from.answers.flatMap(({ question, state, impliedBecause }) =>
        state === "implied" ? [[question, impliedBecause]] : [],
      ),
    ),
    notes: Object.fromEntries(
      from.answers.flatMap(({ question, note }) => (note === null ? [] : [[question, note]])),
    ),
    unconfirmed: from.unconfirmed.map(({ question, overturns, moves }) => ({ question, overturns, moves })),
    contributions: from.contributions.map(({ concern, form, question, denominator, ...points }) => ({
      concern,
      form,
      question,
      for: points.for / denominator,
      against: points.against / denominator,
    })),
    rules: from.rules.map(firedJson),
    givens: givens.map(firedJson),
    follows: follows.map(firedJson),
    tradeoffs: from.tradeoffs.map(({ id }) => id),
    guidance: from.guidance.map(({ id }) => id),
    ...tippingJson(from),
    unanswered: from.open.map(({ question, unsure, essential, valueOfInformation, overturns, moves }) => ({
      question,
      unsure,
      essential,
      valueOfInformation,
      overturns: analysis === null ? null : overturns,
      moves: analysis === null ? null : moves,
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
  const backedBy = placement?.backedBy ?? null;
  return {
    placement: placement?.place ?? null,
    placedBy: placement?.id ?? null,
    pattern: placement?.pattern?.id ?? null,
    beside: placement?.beside?.id ?? null,
    backedBy: backedBy && { id: backedBy.id, pattern: backedBy.pattern.id },
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

function tippingJson(from: UncitedRecommendation) {
  const { analysis } = from;
  const tipping = analysis?.tippingPoints ?? null;
  return {
    tippingPoints:
      tipping?.points.map(({ changes, verdict }) => ({ set: answersAfter(from, changes), verdict })) ?? null,
    tippingPointsOmitted: tipping?.left ?? null,
    tippingPointsComplete: tipping?.complete ?? null,
    concernTippingPoints:
      analysis?.concernTippingPoints.map(({ concern, change, class: placeClass }) => ({
        concern,
        class: placeClass,
        set: answersAfter(from, [change]),
      })) ?? null,
  };
}

function ruleIds(rules: readonly ReportedRule[], concern: Concern): readonly string[] {
  return rules.filter(({ rule }) => rule.concern === concern).map(({ rule }) => rule.id);
}

const firedJson = ({ rule, questions }: ReportedRule) => ({ id: rule.id, questions });

/** An option's id; a list of ids for a question that takes several. */
function optionsJson(
  { questions }: UncitedRecommendation,
  { question, options }: ReportedAnswer,
): string | readonly string[] {
  const ids = options.map(({ id }) => id);
  const [only] = ids;
  return only === undefined || questions.get(question)?.several ? ids : only;
}
