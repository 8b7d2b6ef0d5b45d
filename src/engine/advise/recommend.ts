import { type Analysed, tryAnalyse } from "../analyse/analyse.js";
import type { Service, Surface } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import type { Question } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import type { Recommendation, ServiceReport, UncitedRecommendation } from "../model/recommendation.js";
import type { Score } from "../model/scores.js";
import { profileOf } from "../score/fill-implied.js";
import { placeState, withHarmless } from "../score/place-state.js";
import { score } from "../score/score.js";
import { applicableGuidance, applicableTradeoffs } from "./applicable.js";
import { assumptionsOf, openEffects } from "./assumptions.js";
import { lapseOf } from "./basis.js";
import { citedOf } from "./cited.js";
import {
  keptThings,
  reportedClashes,
  reportedConcerns,
  reportedContributions,
  reportedRules,
  reportedSettled,
} from "./reported.js";
import { reportedAnswers, reportedOpenQuestions } from "./reported-answers.js";
import { unconfirmedAnswers } from "./unconfirmed.js";

export interface RecommendOptions {
  /** False leaves out stability, reach, tipping points, values of information, trust and assumptions. */
  readonly analysis: boolean;
}

/** Recommends for every surface of a service. */
export function recommendService(
  pack: CompiledPack,
  service: Service,
  options: RecommendOptions,
): ServiceReport {
  const surfaces = service.surfaces.map((surface) => recommend(pack, service, surface, options));
  return { service: service.service, source: service.source, surfaces };
}

/** Scores a surface, places its state, picks what applies to it, and analyses how far the verdict can be trusted. */
export function recommend(
  pack: CompiledPack,
  service: Pick<Service, "service" | "source">,
  surface: Surface,
  options: RecommendOptions,
): Recommendation {
  const uncited = recommendUncited(pack, service, surface, options);
  return { ...uncited, ...citedOf(pack, uncited) };
}

/** The same without the titles and addresses of sources, which take much of the time if there is no analysis. */
export function recommendUncited(
  pack: CompiledPack,
  { service, source }: Pick<Service, "service" | "source">,
  surface: Surface,
  options: RecommendOptions,
): UncitedRecommendation {
  const profile = profileOf(pack, surface.answers);
  const questions = plainQuestions(pack);
  const result = score(pack, profile.possible);
  const assumed = withHarmless(pack, profile);
  const placed = placeState(pack, assumed, result);
  const analysed = options.analysis ? analysisOf(pack, profile, result) : null;
  const analysis = analysed?.kind === "analysed" ? analysed.analysis : null;
  const effects = options.analysis ? openEffects(pack, profile, result, placed) : [];
  return {
    service,
    surface: surface.name,
    source,
    at: surface.at,
    verdict: result.verdict,
    settings: pack.source.settings,
    clashes: reportedClashes(pack, profile),
    keeps: keptThings(result),
    assumptions: assumptionsOf(effects),
    answers: reportedAnswers(pack, profile, surface.answers),
    unconfirmed: unconfirmedAnswers(pack, surface.answers, result, placed),
    contributions: reportedContributions(pack, profile, result),
    concerns: reportedConcerns(pack, result, placed),
    rules: reportedRules(profile, result),
    settled: reportedSettled(profile, result),
    tradeoffs: applicableTradeoffs(pack, assumed, result.verdict, placed),
    guidance: applicableGuidance(pack, assumed, result.verdict, placed),
    open: reportedOpenQuestions(pack, profile, analysis, effects),
    analysis,
    outOfReach: analysed?.kind === "out-of-reach" ? analysed.questions.map(({ id }) => id) : [],
    decision: surface.decision,
    lapse: lapseOf(surface.decision, surface.answers, questions),
    questions,
  };
}

/** The questions by id, as plain data that does not refer to the compiled pack. */
const plainQuestions = oncePer(
  ({ source }: CompiledPack): ReadonlyMap<string, Question> =>
    new Map(source.questions.map((question) => [question.id, question])),
);

/** The latest analyses kept per pack: as many as a file can have surfaces. */
const keptLimit = 1000;

const analyses = new WeakMap<CompiledPack, Map<string, Analysed>>();

/** `tryAnalyse`, done once for surfaces with the same answers: it takes far longer than everything else. */
export function analysisOf(pack: CompiledPack, profile: Profile, scored?: Score): Analysed {
  const kept = analyses.get(pack) ?? new Map<string, Analysed>();
  analyses.set(pack, kept);
  const key = `${profile.possible.join()} ${profile.answerStates.join()}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const fresh = tryAnalyse(pack, profile, scored);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= keptLimit) kept.delete(oldest);
  kept.set(key, fresh);
  return fresh;
}
