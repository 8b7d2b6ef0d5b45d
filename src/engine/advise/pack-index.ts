import { type CompiledQuestion, questionsIn } from "../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import type { Option, Question } from "../model/pack.js";
import type { Recommendation, ReportedAnswer } from "../model/recommendation.js";

type FiredRule = Recommendation["rules"][number];

/** What is reported of a pack again and again, made when it is first met. */
interface PackIndex {
  readonly questions: ReadonlyMap<string, Question>;
  /** Answers to questions that take one, by option. */
  readonly given: Map<Option, ReportedAnswer>;
  readonly fired: Map<CompiledRule, FiredRule>;
}

const known = new WeakMap<CompiledPack, PackIndex>();

function indexOf(pack: CompiledPack): PackIndex {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const index: PackIndex = {
    questions: new Map(pack.source.questions.map((question) => [question.id, question])),
    given: new Map(),
    fired: new Map(),
  };
  known.set(pack, index);
  return index;
}

/** By id. */
export function questionsOf(pack: CompiledPack): ReadonlyMap<string, Question> {
  return indexOf(pack).questions;
}

/** The answer to a question that takes one, given without a note. */
export function givenAnswer(pack: CompiledPack, question: CompiledQuestion, option: Option): ReportedAnswer {
  const answers = indexOf(pack).given;
  const answer = answers.get(option) ?? answerOf(question, [option]);
  answers.set(option, answer);
  return answer;
}

/** A rule as it is reported; null if it depends on the answers which questions make it fire. */
export function firedAlike(pack: CompiledPack, rule: CompiledRule): FiredRule | null {
  if (rule.condition.length !== 1) return null;
  const { fired } = indexOf(pack);
  const found = fired.get(rule) ?? {
    rule: rule.entry,
    questions: questionsIn(rule.condition).map(({ id }) => id),
  };
  fired.set(rule, found);
  return found;
}

/** An answer that was given, without a note. */
export function answerOf(question: Question, chosen: readonly Option[]): ReportedAnswer {
  return {
    question: question.id,
    ask: question.ask,
    topic: question.topic,
    state: "given",
    options: chosen.map(({ id, label }) => ({ id, label })),
    note: null,
    impliedBecause: null,
  };
}
