import { questionsToAsk } from "../../interview/questions-to-ask.js";
import type { TippingPoint } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { type PlacedConcern, placesOf } from "../answer/places.js";
import { answersAfter } from "../json/answers-after.js";
import { assumptionsInOrder } from "../wording/assumption-words.js";
import { gradeOf } from "../wording/trust-words.js";
import { decisiveAnswers } from "../wording/unconfirmed-words.js";
import { shortHeadline } from "../wording/verdict-words.js";
import type { Brief, BriefPlace } from "./brief.js";

/** All that a brief could say, however long; `more` counts what it does not list of tipping points and of answers to confirm. */
export function wholeBrief(from: Recommendation): Brief {
  const { analysis, answers, clashes, decision, lapse, open, service, surface, unconfirmed, verdict } = from;
  const points = analysis === null ? [] : distinct(analysis.tippingPoints.points);
  const decisive = decisiveAnswers(from);
  const otherPoints = tippingPointsIn(from) - points.length;
  return {
    version: 1,
    service,
    surface,
    verdict,
    headline: shortHeadline(from),
    grade: gradeOf(from),
    answered: {
      known: answers.length,
      unsure: open.filter(({ unsure }) => unsure).length,
      all: answers.length + open.length,
    },
    places:
      verdict === "undecided"
        ? null
        : Object.fromEntries(placesOf(from).placed.map((placed) => [placed.concern, placeOf(placed)])),
    clashes: clashes.map(({ clash: { id, reconsider } }) => ({ id, reconsider })),
    ...(decisive.length > 0 && { unconfirmed: decisive.map(({ question }) => question) }),
    askNext:
      analysis &&
      questionsToAsk(from).map(({ question: { id, ask, several, options, why }, bearing }) => ({
        question: id,
        ...{ ask, bearing, several, options: options.map((option) => option.id), why },
      })),
    tippingPoints:
      analysis && points.map(({ changes, verdict }) => ({ set: answersAfter(from, changes), verdict })),
    assumptions:
      analysis &&
      Object.fromEntries(assumptionsInOrder(from).map(({ question, option }) => [question, option])),
    decision: decision && { style: decision.style, lapsed: lapse !== null },
    more: {
      ...(otherPoints > 0 && { tippingPoints: otherPoints }),
      ...(decisive.length < unconfirmed.length && { unconfirmed: unconfirmed.length - decisive.length }),
    },
  };
}

function placeOf({ place, pattern, companion, secondHome }: PlacedConcern): BriefPlace {
  return {
    place,
    ...(pattern && { pattern: pattern.id, title: pattern.title }),
    ...(companion && { companion: companion.id }),
    ...(secondHome && { secondHome: secondHome.id }),
  };
}

const tippingPointsIn = ({ analysis }: Recommendation): number =>
  analysis === null ? 0 : analysis.tippingPoints.points.length + analysis.tippingPoints.left;

/** The first tipping point of those that change the same questions. */
function distinct(points: readonly TippingPoint[]): readonly TippingPoint[] {
  const questionsIn = ({ changes }: TippingPoint): string => changes.map(({ question }) => question).join();
  const first = new Map(points.toReversed().map((point) => [questionsIn(point), point]));
  return points.filter((point) => first.get(questionsIn(point)) === point);
}
