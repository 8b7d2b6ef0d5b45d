/**
 * A condition over answers, with `at-least` and `at-most` already resolved to options.
 * `answer` holds when the question's answer is one of `options` (for a question that takes several: when at
 * least one of them is among the chosen).
 */
export type Condition =
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "answer"; readonly question: string; readonly options: readonly string[] };

/** The questions that a condition names, each once, in the order in which it does. */
export function questionsNamed(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return [...new Set(condition.of.flatMap(questionsNamed))];
    case "not":
      return questionsNamed(condition.of);
    case "answer":
      return [condition.question];
    default:
      return condition satisfies never;
  }
}
