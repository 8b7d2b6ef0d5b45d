import { inputWordings } from "./input-wordings.js";
import { packWordings } from "./pack-wordings.js";
import type { Wording, Wordings } from "./phrases.js";
import type { ProblemDetail } from "./problem.js";
import { reviewWordings } from "./review-wordings.js";
import { writeWordings } from "./write-wordings.js";

const wordings: Wordings<ProblemDetail> = {
  ...inputWordings,
  ...packWordings,
  ...reviewWordings,
  ...writeWordings,
};

/** The only place that turns a problem into words. */
export function wordingOf<Code extends ProblemDetail["code"]>(
  problem: Extract<ProblemDetail, { readonly code: Code }>,
): Wording {
  const word: (detail: Extract<ProblemDetail, { readonly code: Code }>) => Wording =
    wordings[problem.code as Code];
  return word(problem);
}
