import type { Reach } from "../model/analysis.js";
import { type Verdict, verdicts } from "../model/verdict.js";
import type { Circuit } from "./circuit.js";
import type { Distribution } from "./distribution.js";
import { exactCounts } from "./exact-counts.js";
import type { OpenSpace } from "./open-space.js";
import { leastTotal, signal, verdictOfSigns } from "./signals.js";
import { vetoBit } from "./tally.js";

/** Counts by verdict, in the order of `verdicts`. */
export type VerdictCounts = readonly number[];

/** The verdict of a tally on top of what fires in any case, as a position in `verdicts`. Takes the tally apart, to be fast. */
export type VerdictOver = (need: number, bound: number, total: number, vetoes: number) => number;

export function verdictOver({ forms, base }: OpenSpace): VerdictOver {
  const bySigns = Array.from({ length: 32 }, (_, signs) => verdicts.indexOf(verdictOfSigns(forms, signs)));
  const least = leastTotal(forms);
  return (need, bound, total, vetoes) => {
    const all = vetoes | base.vetoes;
    let signs = 0;
    if (base.need + need >= 0) signs |= 1 << signal.need;
    if (base.bound + bound >= 0) signs |= 1 << signal.bound;
    if (base.total + total >= least) signs |= 1 << signal.evidence;
    if ((all & vetoBit.stateless) !== 0) signs |= 1 << signal.forbidsStateless;
    if ((all & vetoBit.stateful) !== 0) signs |= 1 << signal.forbidsStateful;
    return bySigns[signs] ?? -1;
  };
}

/** The verdict of each tally of a distribution, as a position in `verdicts`. */
export function verdictsOf(
  space: OpenSpace,
  { need, bound, total, vetoes }: Distribution,
): readonly number[] {
  const verdictAt = verdictOver(space);
  return need.map((value, i) => verdictAt(value, bound[i] ?? 0, total[i] ?? 0, vetoes[i] ?? 0));
}

/**
 * Completions by verdict. In ordinary numbers where all assignments together are fewer than 2^53, for then no count
 * on the way can exceed what they hold exactly; else the circuit is worked out again in big ones.
 */
export function reachOf(space: OpenSpace, circuit: Circuit, root: Distribution): Reach {
  const assignments = space.variables.reduce((product, { states }) => product * states.length, 1);
  const counts = assignments < 2 ** 53 ? root.counts.map(BigInt) : exactCounts(circuit, root);
  const reach: Record<Verdict, bigint> = { stateless: 0n, stateful: 0n, hybrid: 0n, undecided: 0n };
  verdictsOf(space, root).forEach((verdict, i) => {
    const name = verdicts[verdict];
    if (name !== undefined) reach[name] += counts[i] ?? 0n;
  });
  return reach;
}
