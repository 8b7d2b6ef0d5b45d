import type { Condition } from "../model/condition.js";
import type { QuestionsById } from "./condition-words.js";

/** A question that a condition hangs on, and the options with which it speaks for the condition. */
export interface Hinge {
  readonly question: string;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/**
 * The questions of a condition in the order in which it names them. Under a negation the options are those that the
 * condition leaves over.
 */
export function hingesOf(condition: Condition, questions: QuestionsById): readonly Hinge[] {
  const named = new Map<string, Set<string>>();
  const visit = (node: Condition, positive: boolean): void => {
    switch (node.kind) {
      case "answer": {
        const known = questions.get(node.question)?.options.map(({ id }) => id) ?? [];
        const speaking = known.filter((id) => node.options.includes(id) === positive);
        named.set(node.question, new Set([...(named.get(node.question) ?? []), ...speaking]));
        return;
      }
      case "not":
        visit(node.of, !positive);
        return;
      case "all":
      case "any":
        for (const part of node.of) visit(part, positive);
        return;
      default:
        node satisfies never;
    }
  };
  visit(condition, true);
  return [...named].map(([id, options]): Hinge => {
    const question = questions.get(id);
    return {
      question: id,
      ask: question?.ask ?? id,
      options: (question?.options ?? [])
        .filter((option) => options.has(option.id))
        .map((option) => ({ id: option.id, label: option.label })),
    };
  });
}

/** Whether a condition names the question, and, where one is given, this option of it. */
export function names(condition: Condition, question: string, option: string | null): boolean {
  switch (condition.kind) {
    case "answer":
      return condition.question === question && (option === null || condition.options.includes(option));
    case "not":
      return names(condition.of, question, option);
    case "all":
    case "any":
      return condition.of.some((part) => names(part, question, option));
    default:
      return condition satisfies never;
  }
}
