import type { Reach } from "../model/analysis.js";
import { type Verdict, verdicts } from "../model/verdict.js";
import type { Circuit } from "./circuit.js";
import type { Distribution } from "./distribution.js";
import { exactCounts } from "./exact-counts.js";
import type { OpenSpace } from "./open-space.js";
import { leastTotal, signsOf, verdictOfSigns } from "./signals.js";
import { type Tally, vetoBit } from "./tally.js";

/** Counts by verdict, in the order of `verdicts`. */
export type VerdictCounts = readonly number[];

/** The verdict of a tally on top of what fires in any case. */
export function verdictOver(space: OpenSpace): (tally: Tally) => Verdict {
  const bySigns = Array.from({ length: 32 }, (_, signs) => verdictOfSigns(space.forms, signs));
  const { base } = space;
  return ({ need, bound, total, vetoes }) => {
    const all = vetoes | base.vetoes;
    const signs = signsOf([
      base.need + need,
      base.bound + bound,
      base.total + total - leastTotal(space.forms),
      (all & vetoBit.stateless) !== 0 ? 0 : -1,
      (all & vetoBit.stateful) !== 0 ? 0 : -1,
    ]);
    return bySigns[signs] ?? "undecided";
  };
}

/** The verdict of each tally of a distribution, as a position in `verdicts`. */
export function verdictsOf(space: OpenSpace, distribution: Distribution): readonly number[] {
  const verdictOf = verdictOver(space);
  return distribution.need.map((need, i) =>
    verdicts.indexOf(
      verdictOf({
        need,
        bound: distribution.bound[i] ?? 0,
        total: distribution.total[i] ?? 0,
        vetoes: distribution.vetoes[i] ?? 0,
      }),
    ),
  );
}

/**
 * Completions by verdict. In ordinary numbers where all completions together are fewer than 2^53, for then no
 * count on the way can exceed what they hold exactly; else the circuit is worked out again in big ones.
 */
export function reachOf(space: OpenSpace, circuit: Circuit, root: Distribution): Reach {
  const assignments = space.variables.reduce((product, { states }) => product * states, 1);
  const counts = assignments < 2 ** 53 ? root.counts.map(BigInt) : exactCounts(circuit, root);
  const reach: Record<Verdict, bigint> = { stateless: 0n, stateful: 0n, hybrid: 0n, undecided: 0n };
  verdictsOf(space, root).forEach((verdict, i) => {
    const name = verdicts[verdict];
    if (name !== undefined) reach[name] += counts[i] ?? 0n;
  });
  return reach;
}

/**
 * For distributions independent of `others`: how many completions of both lead to each verdict. What one tally comes to
 * is worked out once.
 */
export function shiftedVerdicts(
  space: OpenSpace,
  others: Distribution,
): (distribution: Distribution) => VerdictCounts {
  const verdictOf = verdictOver(space);
  const known = new Map<string, number[]>();
  const over = (tally: Tally): readonly number[] => {
    const key = `${tally.need} ${tally.bound} ${tally.total} ${tally.vetoes}`;
    const found = known.get(key) ?? countsOver(tally, others, verdictOf);
    known.set(key, found);
    return found;
  };
  return ({ need, bound, total, vetoes, counts }) => {
    const sum = verdicts.map(() => 0);
    counts.forEach((count, i) => {
      const tally = {
        need: need[i] ?? 0,
        bound: bound[i] ?? 0,
        total: total[i] ?? 0,
        vetoes: vetoes[i] ?? 0,
      };
      over(tally).forEach((completions, verdict) => {
        sum[verdict] = (sum[verdict] ?? 0) + count * completions;
      });
    });
    return sum;
  };
}

function countsOver(tally: Tally, others: Distribution, verdictOf: (tally: Tally) => Verdict): number[] {
  const counts = verdicts.map(() => 0);
  others.counts.forEach((count, i) => {
    const verdict = verdicts.indexOf(
      verdictOf({
        need: tally.need + (others.need[i] ?? 0),
        bound: tally.bound + (others.bound[i] ?? 0),
        total: tally.total + (others.total[i] ?? 0),
        vetoes: tally.vetoes | (others.vetoes[i] ?? 0),
      }),
    );
    counts[verdict] = (counts[verdict] ?? 0) + count;
  });
  return counts;
}
