import type { Analysis } from "../model/analysis.js";
import type { Service, Surface } from "../model/answers.js";
import type { CompiledCondition, CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack, Conditional } from "../model/compiled-pack.js";
import type { Guidance, Placement, Tradeoff, Weight } from "../model/pack.js";
import { maskOf, type Profile, stateIn } from "../model/profile.js";
import type {
  Recommendation,
  ReportedAnswer,
  ReportedConcern,
  ReportedContribution,
  ReportedOpenQuestion,
  ServiceReport,
  UncitedRecommendation,
} from "../model/recommendation.js";
import type { Score, Scores } from "../model/scores.js";
import { type Concern, concerns, type StatePlace } from "../model/verdict.js";
import { contributionsOf, responsible } from "../score/contributions.js";
import { profileOf } from "../score/fill-implied.js";
import { holds } from "../score/holds.js";
import { placeState } from "../score/place-state.js";
import { balanceOf, score } from "../score/score.js";
import { analysisOf } from "./analysis-of.js";
import { lapseOf } from "./basis.js";
import { citedOf } from "./cited.js";
import { answerOf, firedAlike, givenAnswer, questionsOf } from "./pack-index.js";

export interface RecommendOptions {
  /** False leaves out stability, reach, tipping points, values of information and the grade. */
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

/** The same without the titles and addresses of its sources, which without analysis take a good part of the time. */
export function recommendUncited(
  pack: CompiledPack,
  service: Pick<Service, "service" | "source">,
  surface: Surface,
  options: RecommendOptions,
): UncitedRecommendation {
  const profile = profileOf(pack, surface.answers);
  const result = score(pack, profile.possible);
  const placed = placeState(pack, profile.possible, result);
  const places = new Set(
    [...placed].flatMap(([concern, { place }]): StatePlace[] => [place, `${concern}/${place}`]),
  );
  const analysed = options.analysis ? analysisOf(pack, profile, result) : null;
  const analysis = analysed?.kind === "analysed" ? analysed.analysis : null;
  const shown = {
    answers: answersOf(pack, profile, surface),
    contributions: reportedContributions(pack, profile, result),
    concerns: concernsOf(pack, result, placed),
    rules: firedRules(pack, profile, result),
    vetoes: firedVetoes(profile, result),
    tradeoffs: applicable(
      pack.tradeoffs,
      profile,
      places,
      (entry: Tradeoff) => entry.style === result.verdict || result.verdict === "hybrid",
    ),
    guidance: applicable(
      pack.guidance,
      profile,
      places,
      (entry: Guidance) =>
        result.verdict !== "undecided" && (entry.verdict === null || entry.verdict.includes(result.verdict)),
    ),
    open: openQuestions(pack, profile, analysis),
  };
  return {
    service: service.service,
    surface: surface.name,
    source: service.source,
    at: surface.at,
    verdict: result.verdict,
    scores: result.scores,
    balance: result.balance,
    boundness: result.boundness,
    settings: pack.source.settings,
    ...shown,
    analysis,
    outOfReach: analysed?.kind === "out-of-reach" ? analysed.questions.map(({ id }) => id) : [],
    decision: surface.decision,
    lapse: lapseOf(surface.decision, surface.answers),
    questions: questionsOf(pack),
  };
}

function answersOf(pack: CompiledPack, profile: Profile, surface: Surface): readonly ReportedAnswer[] {
  const answers: ReportedAnswer[] = [];
  for (const question of pack.questions) {
    const { index } = question;
    const standing = profile.standing[index];
    if (standing !== "given" && standing !== "implied") continue;
    const answer = surface.answers.get(question.id);
    const note = answer?.note ?? null;
    const reported = question.several
      ? answerOf(
          question,
          question.options.filter(({ id }) => answer?.kind === "chosen" && answer.options.includes(id)),
        )
      : oneAnswer(pack, question, profile);
    const impliedBecause = profile.impliedBecause[index] ?? null;
    answers.push(
      note === null && standing === "given"
        ? reported
        : { ...reported, state: standing, note, impliedBecause },
    );
  }
  return answers;
}

function oneAnswer(pack: CompiledPack, question: CompiledQuestion, profile: Profile): ReportedAnswer {
  const [variable] = question.variables;
  const state = variable === undefined ? -1 : stateIn(maskOf(profile.possible, variable));
  const option = question.options[state];
  return option === undefined ? answerOf(question, []) : givenAnswer(pack, question, option);
}

function reportedContributions(
  pack: CompiledPack,
  profile: Profile,
  result: Score,
): readonly ReportedContribution[] {
  return contributionsOf(pack, profile.possible, result)
    .map((contribution) => ({
      question: contribution.question.id,
      implied: profile.standing[contribution.question.index] === "implied",
      live: contribution.live,
      kept: contribution.kept,
      stateless: contribution.stateless,
      denominator: pack.shares,
    }))
    .sort((a, b) => totalOf(b) - totalOf(a));
}

function totalOf({ live, kept, stateless }: Weight): number {
  return live + kept + stateless;
}

const noScores: Scores = { live: 0, kept: 0, stateful: 0, stateless: 0 };

function concernsOf(
  pack: CompiledPack,
  result: Score,
  placed: ReadonlyMap<Concern, Placement>,
): readonly ReportedConcern[] {
  return concerns.map((concern): ReportedConcern => {
    const scores = result.concerns.get(concern) ?? noScores;
    const placement = placed.get(concern);
    return {
      concern,
      scores,
      balance: balanceOf(scores),
      placement:
        placement === undefined
          ? null
          : {
              id: placement.id,
              place: placement.place,
              pattern: pack.patterns.get(placement.pattern ?? "") ?? null,
              because: placement.because,
              sources: placement.sources,
            },
    };
  });
}

function firedRules(pack: CompiledPack, profile: Profile, result: Score): Recommendation["rules"] {
  return result.firedRules
    .toSorted((a, b) => totalOf(b.entry.weight) - totalOf(a.entry.weight))
    .map(
      (rule) =>
        firedAlike(pack, rule) ?? { rule: rule.entry, questions: questionIds(profile, rule.condition) },
    );
}

function firedVetoes(profile: Profile, result: Score): Recommendation["vetoes"] {
  return result.firedVetoes.map(({ entry, condition }) => ({
    veto: entry,
    questions: questionIds(profile, condition),
  }));
}

function questionIds(profile: Profile, condition: CompiledCondition): readonly string[] {
  return responsible(condition, profile.possible).map(({ id }) => id);
}

function applicable<Entry extends { readonly places: readonly StatePlace[] | null }>(
  entries: readonly Conditional<Entry>[],
  profile: Profile,
  places: ReadonlySet<StatePlace>,
  fits: (entry: Entry) => boolean,
): readonly Entry[] {
  const found: Entry[] = [];
  for (const conditional of entries) {
    if (conditional.condition !== null && !holds(conditional.condition, profile.possible)) continue;
    const { entry } = conditional;
    if (!fits(entry)) continue;
    if (entry.places === null || entry.places.some((place) => places.has(place))) found.push(entry);
  }
  return found;
}

function openQuestions(
  pack: CompiledPack,
  profile: Profile,
  analysis: Analysis | null,
): readonly ReportedOpenQuestion[] {
  const reported = pack.questions
    .filter(({ index }) => profile.standing[index] === "open" || profile.standing[index] === "unsure")
    .map((question): ReportedOpenQuestion => {
      const open = analysis?.open.find((candidate) => candidate.question === question.id);
      return {
        question: question.id,
        ask: question.ask,
        unsure: profile.standing[question.index] === "unsure",
        valueOfInformation: open?.valueOfInformation ?? null,
        overturns: open?.overturns ?? false,
      };
    });
  return reported.sort((a, b) => (b.valueOfInformation ?? 0) - (a.valueOfInformation ?? 0));
}
