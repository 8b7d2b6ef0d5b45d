import type { CompiledPack } from "../model/compiled-pack.js";
import type { Option, Pattern, Question, Rule } from "../model/pack.js";
import type { Recommendation, ReportedAnswer } from "../model/recommendation.js";

/** What a pack's entries are looked up by, made once a pack: recommending in a loop would search for them each time. */
export interface PackIndex {
  readonly questions: ReadonlyMap<string, Question>;
  readonly patterns: ReadonlyMap<string, Pattern>;
  /** By question index, of those that take one answer: each state of its variable as an answer given without a note. */
  readonly given: readonly (readonly ReportedAnswer[])[];
  /** Rules, heaviest first. `fired`: as they are reported where the same questions make them fire each time. */
  readonly rules: readonly IndexedRule[];
}

export interface IndexedRule {
  /** In the pack's rules. */
  readonly index: number;
  readonly fired: Recommendation["rules"][number] | null;
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
    rules: pack.rules
      .map(({ rule, condition }, index) => {
        const always = condition.boxes.length === 1;
        const questions = condition.questions.map((each) => pack.questions[each]?.question.id ?? "");
        return { index, points: pointsOf(rule), fired: always ? { rule, questions } : null };
      })
      .sort((a, b) => b.points - a.points)
      .map(({ index, fired }) => ({ index, fired })),
  };
  known.set(pack, index);
  return index;
}

function pointsOf({ weight }: Rule): number {
  return weight.live + weight.kept + weight.stateless;
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
