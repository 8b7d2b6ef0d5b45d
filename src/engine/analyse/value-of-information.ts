import { type AnswerClass, jointVerdicts } from "../count/joint-verdicts.js";
import type { Marginals } from "../count/marginals.js";
import type { OpenSpace } from "../count/open-space.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";
import { mutualInformation } from "./mutual-information.js";

/**
 * The value of information of an open question: the mutual information of its answer and the verdict, in bits. P(answer) is
 * the share of completions that have it: 1/n for each of n options that no implication bears on, and less for one that is
 * ruled out wherever another is implied. For a question that takes several an answer is the whole set of chosen options.
 */
export function valueOfInformation(
  space: OpenSpace,
  marginals: Marginals,
  question: CompiledQuestion,
): number {
  const positions = [...space.variables.keys()].filter(
    (position) => space.variables[position]?.question === question,
  );
  const [first] = positions;
  if (first === undefined) return 0;
  const classes =
    positions.length === 1
      ? (marginals[first] ?? []).map((counts): AnswerClass => ({ ways: 1, verdicts: counts }))
      : jointVerdicts(space, positions);
  return mutualInformation(classes);
}
