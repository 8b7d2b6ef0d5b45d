import { inputWordings } from "./input-wordings.js";
import { packWordings } from "./pack-wordings.js";
import type { Wording } from "./phrases.js";
import type { ProblemDetail } from "./problem.js";

/** For each problem of a union by code: how its parameters become a sentence. */
export type Wordings<Detail extends ProblemDetail> = {
  readonly [Code in Detail["code"]]: (problem: Extract<Detail, { readonly code: Code }>) => Wording;
};

const wordings: Wordings<ProblemDetail> = { ...inputWordings, ...packWordings };

/** The one place where problems get words. */
export function wordingOf<Code extends ProblemDetail["code"]>(
  problem: Extract<ProblemDetail, { readonly code: Code }>,
): Wording {
  const word: (detail: Extract<ProblemDetail, { readonly code: Code }>) => Wording =
    wordings[problem.code as Code];
  return word(problem);
}
