import type { Analysis } from "../model/analysis.js";
import type { Answer, Answers } from "../model/answers.js";
import { type CompiledCondition, type CompiledQuestion, questionsIn } from "../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import { type Option, type Placement, totalPoints } from "../model/pack.js";
import { maskOf, type Profile, stateIn } from "../model/profile.js";
import type {
  Recommendation,
  ReportedAnswer,
  ReportedConcern,
  ReportedContribution,
  ReportedOpenQuestion,
  ReportedPlacement,
} from "../model/recommendation.js";
import type { Score } from "../model/scores.js";
import type { Concern } from "../model/verdict.js";
import { contributionsOf, responsible } from "../score/contributions.js";
import { balanceOf } from "../score/score.js";

/** Given and implied answers, in the pack's order. Equal answers without a note are the same object on every surface. */
export function reportedAnswers(
  pack: CompiledPack,
  profile: Profile,
  answers: Answers,
): readonly ReportedAnswer[] {
  return pack.questions.flatMap((question) => {
    const state = profile.answerStates[question.index];
    if (state !== "given" && state !== "implied") return [];
    const answer = answers.get(question.id);
    const reported = plainAnswer(question, profile, answer);
    const note = answer?.note ?? null;
    if (note === null && state === "given") return [reported];
    return [{ ...reported, state, note, impliedBecause: profile.impliedBecause[question.index] ?? null }];
  });
}

function plainAnswer(
  question: CompiledQuestion,
  { possible }: Profile,
  answer: Answer | undefined,
): ReportedAnswer {
  const [variable] = question.variables;
  if (question.several || variable === undefined) {
    const chosen = answer?.kind === "chosen" ? answer.options : [];
    return answerOf(
      question,
      question.options.filter(({ id }) => chosen.includes(id)),
    );
  }
  return singleAnswers(question)[stateIn(maskOf(possible, variable))] ?? answerOf(question, []);
}

/** By state: the reported answers of a single-answer question. */
const singleAnswers = oncePer((question: CompiledQuestion): readonly ReportedAnswer[] =>
  question.options.map((option) => answerOf(question, [option])),
);

/** A given answer without a note. */
function answerOf({ id, ask, topic }: CompiledQuestion, chosen: readonly Option[]): ReportedAnswer {
  const options = chosen.map(({ id: option, label }) => ({ id: option, label }));
  return { question: id, ask, topic, state: "given", options, note: null, impliedBecause: null };
}

/** Contributions of the questions, largest first. */
export function reportedContributions(
  pack: CompiledPack,
  profile: Profile,
  result: Score,
): readonly ReportedContribution[] {
  return contributionsOf(pack, profile.possible, result)
    .map(({ question, live, kept, stateless }) => ({
      question: question.id,
      implied: profile.answerStates[question.index] === "implied",
      live,
      kept,
      stateless,
      denominator: pack.shares,
    }))
    .sort((a, b) => totalPoints(b) - totalPoints(a));
}

/** Every concern with its scores, and where its state is placed. */
export function reportedConcerns(
  pack: CompiledPack,
  result: Score,
  placed: ReadonlyMap<Concern, Placement>,
): readonly ReportedConcern[] {
  return [...result.concerns].map(([concern, scores]): ReportedConcern => {
    const placement = placed.get(concern);
    return {
      concern,
      scores,
      balance: balanceOf(scores),
      placement: placement === undefined ? null : reportedPlacement(pack, placement),
    };
  });
}

function reportedPlacement(
  { patterns }: CompiledPack,
  { id, place, pattern, because, sources }: Placement,
): ReportedPlacement {
  return {
    id,
    place,
    pattern: pattern === null ? null : (patterns.get(pattern) ?? null),
    because,
    sources,
  };
}

type ReportedRule = Recommendation["rules"][number];

/** Fired rules, heaviest first. */
export function reportedRules(profile: Profile, { firedRules }: Score): readonly ReportedRule[] {
  return firedRules
    .toSorted((a, b) => totalPoints(b.entry.weight) - totalPoints(a.entry.weight))
    .map((rule) =>
      rule.condition.length === 1
        ? reportedConjunction(rule)
        : { rule: rule.entry, questions: questionIds(profile, rule.condition) },
    );
}

/** A rule without alternatives is reported the same whatever the answers are. */
const reportedConjunction = oncePer(
  ({ entry, condition }: CompiledRule): ReportedRule => ({
    rule: entry,
    questions: questionsIn(condition).map(({ id }) => id),
  }),
);

/** Fired vetoes, in the pack's order. */
export function reportedVetoes(profile: Profile, { firedVetoes }: Score): Recommendation["vetoes"] {
  return firedVetoes.map(({ entry, condition }) => ({
    veto: entry,
    questions: questionIds(profile, condition),
  }));
}

function questionIds({ possible }: Profile, condition: CompiledCondition): readonly string[] {
  return responsible(condition, possible).map(({ id }) => id);
}

/** Open questions and those answered "not sure yet", the most informative first. */
export function reportedOpenQuestions(
  { questions }: CompiledPack,
  { answerStates }: Profile,
  analysis: Analysis | null,
): readonly ReportedOpenQuestion[] {
  const figures = new Map(analysis?.open.map((open) => [open.question, open]));
  return questions
    .filter(({ index }) => answerStates[index] === "open" || answerStates[index] === "unsure")
    .map(({ id, ask, index }): ReportedOpenQuestion => {
      const open = figures.get(id);
      return {
        question: id,
        ask,
        unsure: answerStates[index] === "unsure",
        valueOfInformation: open?.valueOfInformation ?? null,
        overturns: open?.overturns ?? false,
      };
    })
    .sort((a, b) => (b.valueOfInformation ?? 0) - (a.valueOfInformation ?? 0));
}
