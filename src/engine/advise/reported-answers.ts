import type { Analysis } from "../model/analysis.js";
import type { Answer, Answers } from "../model/answers.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import type { Option } from "../model/pack.js";
import { maskOf, type Profile, stateIn } from "../model/profile.js";
import type { ReportedAnswer, ReportedOpenQuestion } from "../model/recommendation.js";
import { concerns } from "../model/verdict.js";
import type { OpenEffect } from "./assumptions.js";

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

/** Open questions and those answered "not sure yet", the most informative first. */
export function reportedOpenQuestions(
  { questions }: CompiledPack,
  { answerStates }: Profile,
  analysis: Analysis | null,
  effects: readonly OpenEffect[],
): readonly ReportedOpenQuestion[] {
  const figures = new Map(analysis?.open.map((open) => [open.question, open]));
  const effectOf = new Map(effects.map((effect) => [effect.question.id, effect]));
  return questions
    .filter(({ index }) => answerStates[index] === "open" || answerStates[index] === "unsure")
    .map(({ id, ask, index, essential }): ReportedOpenQuestion => {
      const open = figures.get(id);
      const effect = effectOf.get(id);
      const moved = effect?.otherwise.flatMap((each) => each.concerns) ?? [];
      return {
        question: id,
        ask,
        unsure: answerStates[index] === "unsure",
        essential,
        valueOfInformation: open?.valueOfInformation ?? null,
        valueOfAsking: open?.valueOfAsking ?? null,
        bearsOnVerdict: open?.bearsOnVerdict ?? false,
        overturns: open?.overturns ?? false,
        moves: concerns.filter((concern) => moved.includes(concern)),
        relocates: effect?.relocates ?? [],
      };
    })
    .sort((a, b) => (b.valueOfInformation ?? 0) - (a.valueOfInformation ?? 0));
}
