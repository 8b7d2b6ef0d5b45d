import { normalFormOrNull } from "../../compile/normal-form.js";
import { conditionWords, type QuestionsById, questionsById } from "../../explain/condition-words.js";
import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Condition } from "../../model/condition.js";
import type { Question } from "../../model/pack.js";
import { coversAll, holdsAlways } from "../witness/answers-of-term.js";
import type { Mutant } from "./mutant.js";

/**
 * For each rule and veto: its condition with one option more or less in one place. On ordered questions the ends move by
 * one option, so that "at least" and "at most" stay ranges. Changes that mean the same, or always or never hold (which
 * the loader refuses or lint reports), are left out.
 */
export function conditionMutants(pack: CompiledPack): readonly Mutant[] {
  const questions = questionsById(pack.source.questions);
  const entries = [
    ...pack.rules.map(({ entry, condition }, index) => ({
      entry,
      condition,
      swap: (when: Condition, changed: CompiledCondition): CompiledPack => ({
        ...pack,
        rules: pack.rules.with(index, { entry: { ...entry, when }, condition: changed }),
      }),
    })),
    ...pack.vetoes.map(({ entry, condition }, index) => ({
      entry,
      condition,
      swap: (when: Condition, changed: CompiledCondition): CompiledPack => ({
        ...pack,
        vetoes: pack.vetoes.with(index, { entry: { ...entry, when }, condition: changed }),
      }),
    })),
  ];
  return entries.flatMap(({ entry: { id, when }, condition, swap }) =>
    variants(when, questions).flatMap((changed): readonly Mutant[] => {
      const now = normalFormOrNull(changed, pack.questionsById);
      if (now === null) return [];
      const constant = now.length === 0 || holdsAlways(pack, now);
      if (constant || meansTheSame(pack, now, condition)) return [];
      const change = `condition becomes: ${conditionWords(changed, questions)}`;
      return [{ kind: "condition", entry: id, change, pack: swap(changed, now) }];
    }),
  );
}

function meansTheSame(pack: CompiledPack, a: CompiledCondition, b: CompiledCondition): boolean {
  return coversAll(pack, a, b) && coversAll(pack, b, a);
}

/** The condition with one of its atoms replaced by each of that atom's neighbours. */
function variants(condition: Condition, questions: QuestionsById): readonly Condition[] {
  switch (condition.kind) {
    case "answer": {
      const question = questions.get(condition.question);
      const neighbours = question === undefined ? [] : neighbouringOptions(question, condition.options);
      return neighbours.map((options) => ({ ...condition, options }));
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
  const ends = [...new Set([first, last])].flatMap((at) => known[at] ?? []);
  const beyond = [known[first - 1], known[last + 1]].flatMap((option) => option ?? []);
  return [...(options.length > 1 ? ends.map(fewer) : []), ...beyond.map(more)];
}
