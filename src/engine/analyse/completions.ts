import type { Reach } from "../model/analysis.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";

/** What is known of the completions of a profile: see `open-space.ts`. */
export interface Completions {
  readonly reach: Reach;
  /** The value of information of a question, in bits: see `mutualInformation`. 0 where it is not open. */
  readonly informationOf: (question: CompiledQuestion) => number;
}
