import type { Answers } from "../../model/answers.js";
import { type CompiledCondition, conditionKey } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Settings } from "../../model/pack.js";
import { verdictForms } from "../../score/verdict-of.js";
import { type Mutant, thresholds } from "../mutate/mutants.js";
import { tellApart } from "../mutate/tell-apart.js";
import { answersOfTerm } from "../witness/answers-of-term.js";
import type { PackChange } from "./pack-changes.js";

/** One version of a pack with a single entry or threshold of the other; both must ask the same questions. */
export function withChange(before: CompiledPack, after: CompiledPack, change: PackChange): Mutant {
  const { kind, id, words } = change;
  const named = { entry: id, change: words };
  switch (kind) {
    case "rule": {
      const rules = exchanged(before.rules, after.rules, id);
      return { ...named, kind: mutantKind(before, after, id), pack: { ...before, rules } };
    }
    case "veto": {
      const vetoes = exchanged(before.vetoes, after.vetoes, id);
      return { ...named, kind: mutantKind(before, after, id), pack: { ...before, vetoes } };
    }
    case "threshold": {
      const changed = thresholds.filter(({ key }) => key === id).map(({ field }) => field);
      const values = changed.map((field) => [field, after.source.settings[field]]);
      const settings: Settings = { ...before.source.settings, ...Object.fromEntries(values) };
      const source = { ...before.source, settings };
      return { ...named, kind: "threshold", pack: { ...before, source, forms: verdictForms(settings) } };
    }
    default:
      return kind satisfies never;
  }
}

type Compiled = { readonly entry: { readonly id: string } };

function exchanged<Entry extends Compiled>(
  old: readonly Entry[],
  now: readonly Entry[],
  id: string,
): readonly Entry[] {
  return [...old.filter(({ entry }) => entry.id !== id), ...now.filter(({ entry }) => entry.id === id)];
}

function mutantKind(before: CompiledPack, after: CompiledPack, id: string): "condition" | "weight" {
  const [old, now] = [conditionOf(before, id), conditionOf(after, id)].map(meaningOf);
  return old === now ? "weight" : "condition";
}

/** The condition of a rule or veto; null if the pack does not have it. */
function conditionOf(pack: CompiledPack, id: string): CompiledCondition | null {
  return [...pack.rules, ...pack.vetoes].find(({ entry }) => entry.id === id)?.condition ?? null;
}

function meaningOf(condition: CompiledCondition | null): string | null {
  return condition === null ? null : conditionKey(condition);
}

/** Whether two packs have the same questions, options and implications, so that entries can be exchanged. */
export function sameQuestions(a: CompiledPack, b: CompiledPack): boolean {
  return questionsKey(a) === questionsKey(b);
}

function questionsKey({ variables, questions }: CompiledPack): string {
  const implied = questions.map((question) =>
    question.implied.map(({ condition, mask }) => [conditionKey(condition), mask]),
  );
  return JSON.stringify([variables.map(({ question, states }) => [question.id, states]), implied]);
}

/** Answers that reveal one change. */
export interface ChangeWitness {
  readonly change: PackChange;
  readonly answers: Answers;
}

/**
 * For each change answers that reveal it: on which it alone changes the verdict, placement or what fires; if none are
 * found, or the packs differ in their questions, on which the changed rule or veto fires.
 */
export function changeWitnesses(
  before: CompiledPack,
  after: CompiledPack,
  changes: readonly PackChange[],
): readonly ChangeWitness[] {
  const exchangeable = sameQuestions(before, after);
  return changes.flatMap((change) => {
    const difference = exchangeable ? tellApart(before, withChange(before, after, change)) : null;
    const answers = difference?.answers ?? firing(after, change) ?? firing(before, change);
    return answers === null ? [] : [{ change, answers }];
  });
}

function firing(pack: CompiledPack, { id }: PackChange): Answers | null {
  const [term] = conditionOf(pack, id) ?? [];
  return term === undefined ? null : answersOfTerm(term);
}
