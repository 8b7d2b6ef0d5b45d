import type { Answers } from "../../model/answers.js";
import { type CompiledCondition, conditionKey } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Mutant } from "../mutate/mutants.js";
import { tellApart } from "../mutate/tell-apart.js";
import { answersOfTerm } from "../witness/answers-of-term.js";
import type { PackChange } from "./pack-changes.js";

/** One version of a pack with a single rule of the other; both must ask the same questions. */
export function withRule(before: CompiledPack, after: CompiledPack, { id, words }: PackChange): Mutant {
  const rules = [
    ...before.rules.filter(({ entry }) => entry.id !== id),
    ...after.rules.filter(({ entry }) => entry.id === id),
  ];
  const [old, now] = [ruleCondition(before, id), ruleCondition(after, id)];
  return { entry: id, change: words, kind: kindOf(old, now), pack: { ...before, rules } };
}

function kindOf(old: CompiledCondition | null, now: CompiledCondition | null): Mutant["kind"] {
  if (now === null) return "removed";
  return old !== null && conditionKey(old) === conditionKey(now) ? "points" : "condition";
}

/** The condition of a rule; null if the pack does not have it. */
function ruleCondition(pack: CompiledPack, id: string): CompiledCondition | null {
  return pack.rules.find(({ entry }) => entry.id === id)?.condition ?? null;
}

/** Whether two packs have the same questions, options and implications, so that rules can be exchanged. */
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
 * For each change answers that may reveal it. For a rule, ones on which it alone changes the verdict, a placement or what
 * fires; if none are found, or the packs differ in their questions, ones on which its condition holds; likewise for any
 * other entry with a condition. Changed questions and orders have none.
 */
export function changeWitnesses(
  before: CompiledPack,
  after: CompiledPack,
  changes: readonly PackChange[],
): readonly ChangeWitness[] {
  const exchangeable = sameQuestions(before, after);
  return changes.flatMap((change) => {
    const found =
      exchangeable && change.kind === "rule" ? tellApart(before, withRule(before, after, change)) : "unknown";
    const answers =
      typeof found === "string" ? (holding(after, change) ?? holding(before, change)) : found.answers;
    return answers === null ? [] : [{ change, answers }];
  });
}

function holding(pack: CompiledPack, { id }: PackChange): Answers | null {
  const entries = [...pack.rules, ...pack.placements, ...pack.backings, ...pack.clashes];
  const [term] = entries.find(({ entry }) => entry.id === id)?.condition ?? [];
  return term === undefined ? null : answersOfTerm(term);
}
