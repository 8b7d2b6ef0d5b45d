import type { CompiledPack } from "../model/compiled-pack.js";
import type { Option, Pattern, Question } from "../model/pack.js";
import type { ReportedAnswer } from "../model/recommendation.js";

/** What a pack's entries are looked up by, made once a pack: recommending in a loop would search for them each time. */
export interface PackIndex {
  readonly questions: ReadonlyMap<string, Question>;
  readonly patterns: ReadonlyMap<string, Pattern>;
  /** By question index, of those that take one answer: each state of its variable as an answer given without a note. */
  readonly given: readonly (readonly ReportedAnswer[])[];
}

const known = new WeakMap<CompiledPack, PackIndex>();

export function indexOf(pack: CompiledPack): PackIndex {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const index: PackIndex = {
    questions: new Map(pack.pack.questions.map((question) => [question.id, question])),
    patterns: new Map(pack.pack.patterns.map((pattern) => [pattern.id, pattern])),
    given: pack.questions.map(({ question, variables }) => {
      const states = question.several ? [] : (pack.variables[variables[0] ?? -1]?.states ?? []);
      return states.map((state) =>
        answerOf(
          question,
          question.options.filter(({ id }) => id === state),
        ),
      );
    }),
  };
  known.set(pack, index);
  return index;
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
