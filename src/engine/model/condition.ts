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
