import type { CompiledPack, CompiledQuestion } from "../model/compiled-pack.js";
import { isConjunction, questionsIn } from "../model/condition-code.js";
import type { Option, Question } from "../model/pack.js";
import type { Recommendation, ReportedAnswer } from "../model/recommendation.js";

type FiredRule = Recommendation["rules"][number];

/** What is reported of a pack again and again, made when it is first met. */
interface PackIndex {
  readonly questions: ReadonlyMap<string, Question>;
  /** By variable of a question that takes one answer, then by state. */
  readonly given: (ReportedAnswer | undefined)[][];
  readonly fired: (FiredRule | undefined)[];
}

const known = new WeakMap<CompiledPack, PackIndex>();

function indexOf(pack: CompiledPack): PackIndex {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const index: PackIndex = {
    questions: new Map(pack.pack.questions.map((question) => [question.id, question])),
    given: pack.variables.map(() => []),
    fired: [],
  };
  known.set(pack, index);
  return index;
}

/** By id. */
export function questionsOf(pack: CompiledPack): ReadonlyMap<string, Question> {
  return indexOf(pack).questions;
}

/** The answer to a question that takes one, given without a note; undefined where its variable has no such state. */
export function givenAnswer(
  pack: CompiledPack,
  { question, variables: [variable = -1] }: CompiledQuestion,
  state: number,
): ReportedAnswer | undefined {
  const id = pack.variables[variable]?.states[state];
  const answers = indexOf(pack).given[variable];
  if (id === undefined || answers === undefined) return undefined;
  const found = answers[state];
  if (found !== undefined) return found;
  const option = question.options.find((each) => each.id === id);
  const fresh = answerOf(question, option === undefined ? [] : [option]);
  answers[state] = fresh;
  return fresh;
}

/** A rule as it is reported; null where it depends on the answers which questions make it fire. */
export function firedAlike(pack: CompiledPack, index: number): FiredRule | null {
  const { fired } = indexOf(pack);
  const found = fired[index];
  if (found !== undefined) return found;
  const rule = pack.rules[index];
  if (rule === undefined || !isConjunction(rule.condition)) return null;
  const questions = questionsIn(rule.condition, pack.variables).map(
    (each) => pack.questions[each]?.question.id ?? "",
  );
  const fresh = { rule: rule.rule, questions };
  fired[index] = fresh;
  return fresh;
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
