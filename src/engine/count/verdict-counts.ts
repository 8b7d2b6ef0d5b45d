import type { Reach } from "../model/analysis.js";
import { at } from "../model/at.js";
import type { Verdict } from "../model/verdict.js";
import { leastTotal } from "../score/verdict-of.js";
import type { Circuit, Gate } from "./circuit.js";
import { signBit, verdictOfSigns } from "./margins.js";
import type { OpenSpace } from "./open-space.js";
import { addTallies, type CountedTally, type Distribution, type Tally, vetoBit } from "./tally.js";

/** The number of completions that lead to each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

export const noCounts: VerdictCounts = { stateless: 0, stateful: 0, hybrid: 0, undecided: 0 };

/** The verdict of a tally on top of what fires in any case. */
export type VerdictOver = (tally: Tally) => Verdict;

export function verdictOver({ forms, base }: OpenSpace): VerdictOver {
  const bySigns = Array.from({ length: 32 }, (_, signs) => verdictOfSigns(forms, signs));
  const least = leastTotal(forms);
  return ({ need, bound, total, vetoes }) => {
    const all = vetoes | base.vetoes;
    return at(
      bySigns,
      (base.need + need >= 0 ? signBit.need : 0) |
        (base.bound + bound >= 0 ? signBit.bound : 0) |
        (base.total + total >= least ? signBit.evidence : 0) |
        ((all & vetoBit.stateless) !== 0 ? signBit.forbidsStateless : 0) |
        ((all & vetoBit.stateful) !== 0 ? signBit.forbidsStateful : 0),
    );
  };
}

/** The verdict of each tally of a distribution. */
export function verdictsOf(space: OpenSpace, { tallies }: Distribution): readonly Verdict[] {
  return tallies.map(verdictOver(space));
}

/**
 * Completions by verdict. Counted in ordinary numbers if there are fewer than 2^53 assignments in all, as then every
 * intermediate count is exact; otherwise the circuit is evaluated again in bigints.
 */
export function reachOf(space: OpenSpace, circuit: Circuit, root: Distribution): Reach {
  const assignments = space.variables.reduce((product, { states }) => product * states.length, 1);
  const counts =
    assignments < 2 ** 53 ? root.tallies.map(({ count }) => BigInt(count)) : exactCounts(circuit, root);
  const reach: Record<Verdict, bigint> = { stateless: 0n, stateful: 0n, hybrid: 0n, undecided: 0n };
  for (const [slot, verdict] of verdictsOf(space, root).entries()) reach[verdict] += at(counts, slot);
  return reach;
}

/** The counts of one distribution, computed again in whole numbers of any size. */
export function exactCounts(circuit: Circuit, distribution: Distribution): readonly bigint[] {
  const counts = new Map<number, readonly bigint[]>();
  // A distribution that no gate produced is a constant, with a small count.
  const read = ({ id, tallies }: Distribution): readonly bigint[] =>
    counts.get(id) ?? tallies.map(({ count }) => BigInt(count));
  for (const gate of circuit.gates) counts.set(gate.output.id, countsOf(gate, read));
  return read(distribution);
}

function countsOf(gate: Gate, read: (distribution: Distribution) => readonly bigint[]): readonly bigint[] {
  const output = gate.output.tallies.map(() => 0n);
  const add = (slot: number, count: bigint): void => {
    output[slot] = at(output, slot) + count;
  };
  switch (gate.kind) {
    case "product": {
      const right = read(gate.right);
      for (const [i, count] of read(gate.left).entries())
        for (const [j, other] of right.entries()) add(at(gate.slots, i * right.length + j), count * other);
      return output;
    }
    case "mix":
      for (const { input, slots } of gate.terms)
        for (const [i, count] of read(input).entries()) add(at(slots, i), count);
      return output;
    default:
      return gate satisfies never;
  }
}

/**
 * For distributions independent of `others`: how many completions of both lead to each verdict. The result of each tally
 * is computed once.
 */
export function shiftedVerdicts(
  space: OpenSpace,
  others: Distribution,
): (distribution: Distribution) => VerdictCounts {
  const verdictAt = verdictOver(space);
  const known = new Map<string, VerdictCounts>();
  const over = (tally: CountedTally): VerdictCounts => {
    const key = `${tally.need} ${tally.bound} ${tally.total} ${tally.vetoes}`;
    const found = known.get(key) ?? shifted(verdictAt, others, tally);
    known.set(key, found);
    return found;
  };
  return ({ tallies }) => {
    const sum = { ...noCounts };
    for (const tally of tallies) {
      const completions = over(tally);
      sum.stateless += tally.count * completions.stateless;
      sum.stateful += tally.count * completions.stateful;
      sum.hybrid += tally.count * completions.hybrid;
      sum.undecided += tally.count * completions.undecided;
    }
    return sum;
  };
}

/** The verdicts of `others` with one tally added to each of its own. */
function shifted(verdictAt: VerdictOver, others: Distribution, tally: Tally): VerdictCounts {
  const sum = { ...noCounts };
  for (const other of others.tallies) sum[verdictAt(addTallies(tally, other))] += other.count;
  return sum;
}
