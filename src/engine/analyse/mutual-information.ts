import type { AnswerClass } from "../count/joint-verdicts.js";
import { verdicts } from "../model/verdict.js";
import { entropyOf, sumOf } from "./entropy.js";

/**
 * The mutual information of an answer and the verdict, in bits,
 *
 *     H(verdict) − Σ_answers P(answer) · H(verdict | answer)
 *
 * where every completion is equally likely. Rounded to 10^-12, so that questions worth the same compare as equal.
 * @param classes the completions by answer and verdict
 */
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
