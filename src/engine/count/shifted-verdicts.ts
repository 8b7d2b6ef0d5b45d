import { verdicts } from "../model/verdict.js";
import type { Distribution } from "./distribution.js";
import type { OpenSpace } from "./open-space.js";
import { type VerdictCounts, type VerdictOver, verdictOver } from "./verdict-counts.js";

/**
 * For distributions independent of `others`: how many completions of both lead to each verdict. What one tally comes to
 * is worked out once.
 */
export function shiftedVerdicts(
  space: OpenSpace,
  others: Distribution,
): (distribution: Distribution) => VerdictCounts {
  const verdictAt = verdictOver(space);
  const known = new Map<string, VerdictCounts>();
  const over = (need: number, bound: number, total: number, vetoes: number): VerdictCounts => {
    const key = `${need} ${bound} ${total} ${vetoes}`;
    const found = known.get(key) ?? shifted(verdictAt, others, need, bound, total, vetoes);
    known.set(key, found);
    return found;
  };
  return ({ need, bound, total, vetoes, counts }) => {
    const sum = verdicts.map(() => 0);
    counts.forEach((count, i) => {
      const completions = over(need[i] ?? 0, bound[i] ?? 0, total[i] ?? 0, vetoes[i] ?? 0);
      for (let verdict = 0; verdict < sum.length; verdict += 1) {
        sum[verdict] = (sum[verdict] ?? 0) + count * (completions[verdict] ?? 0);
      }
    });
    return sum;
  };
}

/** The verdicts of `others` with one tally added to each of its own. */
function shifted(
  verdictAt: VerdictOver,
  others: Distribution,
  need: number,
  bound: number,
  total: number,
  vetoes: number,
): VerdictCounts {
  const sum = verdicts.map(() => 0);
  for (let i = 0; i < others.counts.length; i += 1) {
    const verdict = verdictAt(
      need + (others.need[i] ?? 0),
      bound + (others.bound[i] ?? 0),
      total + (others.total[i] ?? 0),
      vetoes | (others.vetoes[i] ?? 0),
    );
    sum[verdict] = (sum[verdict] ?? 0) + (others.counts[i] ?? 0);
  }
  return sum;
}
