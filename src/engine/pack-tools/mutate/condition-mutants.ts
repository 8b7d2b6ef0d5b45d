import { normalFormOrNull } from "../../compile/normal-form.js";
import { conditionWords, type QuestionsById } from "../../explain/condition-words.js";
import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import type { Condition } from "../../model/condition.js";
import type { Question } from "../../model/pack.js";
import { coversAll, holdsAlways } from "../witness/answers-of-term.js";
import type { Mutant } from "./mutants.js";

/**
 * For each rule: its condition with one option more or less in one place. On ordered questions the ends move by
 * one option, so that "at least" and "at most" stay ranges. Left out are changes that mean the same, and conditions
 * that always or never hold, which the loader or lint rejects.
 */
export function conditionMutants(pack: CompiledPack): readonly Mutant[] {
  return pack.rules.flatMap((rule, index) =>
    changesOf(pack, rule).map(({ change, when, condition }): Mutant => {
      const rules = pack.rules.with(index, { entry: { ...rule.entry, when }, condition });
      return { kind: "condition", entry: rule.entry.id, change, pack: { ...pack, rules } };
    }),
  );
}

interface ChangedCondition {
  readonly change: string;
  readonly when: Condition;
  readonly condition: CompiledCondition;
}

function changesOf(pack: CompiledPack, { entry, condition }: CompiledRule): readonly ChangedCondition[] {
  const questions = pack.questionsById;
  return variants(entry.when, questions).flatMap((when): readonly ChangedCondition[] => {
    const changed = normalFormOrNull(when, questions);
    if (changed === null || changed.length === 0 || holdsAlways(pack, changed)) return [];
    if (meansTheSame(pack, changed, condition)) return [];
    return [{ change: `condition becomes: ${conditionWords(when, questions)}`, when, condition: changed }];
  });
}

function meansTheSame(pack: CompiledPack, a: CompiledCondition, b: CompiledCondition): boolean {
  return coversAll(pack, a, b) && coversAll(pack, b, a);
}

/** The condition with the options of one answer replaced by each neighbouring set. */
function variants(condition: Condition, questions: QuestionsById): readonly Condition[] {
  switch (condition.kind) {
    case "answer": {
      const question = questions.get(condition.question);
      if (question === undefined) return [];
      return neighbouringOptions(question, condition.options).map((options) => ({ ...condition, options }));
    }
    case "not":
      return variants(condition.of, questions).map((of) => ({ kind: "not", of }));
    case "all":
    case "any":
      return condition.of.flatMap((part, index) =>
        variants(part, questions).map((changed) => ({
          kind: condition.kind,
          of: condition.of.with(index, changed),
        })),
      );
    default:
      return condition satisfies never;
  }
}

function neighbouringOptions(question: Question, options: readonly string[]): readonly (readonly string[])[] {
  const known = question.options.map(({ id }) => id);
  const fewer = (option: string): readonly string[] => options.filter((id) => id !== option);
  const more = (option: string): readonly string[] =>
    known.filter((id) => id === option || options.includes(id));
  if (!question.ordered) {
    const dropped = options.length > 1 ? options.map(fewer) : [];
    return [...dropped, ...known.filter((id) => !options.includes(id)).map(more)];
  }
  const places = options.map((option) => known.indexOf(option));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const ends = known.filter((_, at) => at === first || at === last);
  const beyond = known.filter((_, at) => at === first - 1 || at === last + 1);
  return [...(options.length > 1 ? ends.map(fewer) : []), ...beyond.map(more)];
}
