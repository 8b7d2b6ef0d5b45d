import { verdicts } from "../model/verdict.js";
import { entropyOf, sumOf } from "./entropy.js";
import { type AnswerClass, jointVerdicts } from "./joint-verdicts.js";
import type { Marginals } from "./marginals.js";
import type { OpenSpace } from "./open-space.js";

/**
 * The value of information of an open question q: the mutual information of its answer and the verdict, in bits,
 *
 *     H(verdict) − Σ_answers P(answer) · H(verdict | answer)
 *
 * where every completion is equally likely. P(answer) is thus the share of completions that have it: 1/n for each of n
 * options that no implication bears on, and less for one that is ruled out wherever another is implied. For a
 * question that takes several an answer is the whole set of chosen options.
 * Rounded to 10^-12, so that questions worth the same compare as equal.
 */
export function valueOfInformation(space: OpenSpace, marginals: Marginals, question: number): number {
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

/** Of the classes of an answer and the verdict, in bits. */
export function mutualInformation(classes: readonly AnswerClass[]): number {
  const all = verdicts.map((_, verdict) =>
    sumOf(classes.map(({ ways, verdicts: counts }) => ways * (counts[verdict] ?? 0))),
  );
  const total = sumOf(all);
  const expected = sumOf(
    classes.map(({ ways, verdicts: counts }) => ((ways * sumOf(counts)) / total) * entropyOf(counts)),
  );
  return Math.max(0, Math.round((entropyOf(all) - expected) * 1e12) / 1e12);
}
