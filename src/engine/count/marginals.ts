import { at } from "../model/at.js";
import type { Verdict } from "../model/verdict.js";
import type { Circuit, Gate } from "./circuit.js";
import type { OpenSpace } from "./open-space.js";
import type { Distribution } from "./tally.js";
import { noCounts, type VerdictCounts, verdictsOf } from "./verdict-counts.js";

/** By position of open variable, then by state: how many completions with that state lead to each verdict. */
export type Marginals = readonly (readonly VerdictCounts[])[];

type Sums = Record<Verdict, number>;

/**
 * All marginals in one backward pass. The number of completions with a verdict is a polynomial in the counts of every
 * distribution, linear in each, so a term's counts times its derivatives give the completions that pass through it
 * (Darwiche 2003); the cost is that of the forward pass. Ordinary numbers: exact below 2^53 completions, beyond it
 * to 15 digits.
 */
export function marginalsOf(space: OpenSpace, circuit: Circuit, root: Distribution): Marginals {
  const marginals = space.variables.map(({ states }) => states.map((): Sums => ({ ...noCounts })));
  /** By distribution, then by tally. */
  const derivatives = new Map<number, readonly Sums[]>();
  const derivativesOf = ({ id, tallies }: Distribution): readonly Sums[] => {
    const found = derivatives.get(id) ?? tallies.map((): Sums => ({ ...noCounts }));
    derivatives.set(id, found);
    return found;
  };
  const atRoot = derivativesOf(root);
  for (const [slot, verdict] of verdictsOf(space, root).entries()) at(atRoot, slot)[verdict] = 1;
  for (const gate of circuit.gates.toReversed()) propagate(gate, derivativesOf, marginals);
  return marginals;
}

/** Adds the derivatives of a gate's output to those of its inputs, and the completions through it to the marginals. */
function propagate(
  gate: Gate,
  derivativesOf: (distribution: Distribution) => readonly Sums[],
  marginals: readonly (readonly Sums[])[],
): void {
  const output = derivativesOf(gate.output);
  switch (gate.kind) {
    case "product": {
      // d/dleft(i) = Σ_j right(j) · d/doutput(i + j), and the same for the right side.
      const [left, right] = [derivativesOf(gate.left), derivativesOf(gate.right)];
      let pair = 0;
      for (const [i, { count: leftCount }] of gate.left.tallies.entries()) {
        const ofLeft = at(left, i);
        for (const [j, { count: rightCount }] of gate.right.tallies.entries()) {
          const derivative = at(output, at(gate.slots, pair));
          pair += 1;
          addScaled(ofLeft, derivative, rightCount);
          addScaled(at(right, j), derivative, leftCount);
        }
      }
      return;
    }
    case "mix":
      for (const { state, input, slots } of gate.terms) {
        const ofInput = derivativesOf(input);
        const marginal = at(at(marginals, gate.variable), state);
        for (const [i, { count }] of input.tallies.entries()) {
          const derivative = at(output, at(slots, i));
          addScaled(at(ofInput, i), derivative, 1);
          addScaled(marginal, derivative, count);
        }
      }
      return;
    default:
      gate satisfies never;
  }
}

function addScaled(sums: Sums, added: VerdictCounts, factor: number): void {
  sums.stateless += factor * added.stateless;
  sums.stateful += factor * added.stateful;
  sums.hybrid += factor * added.hybrid;
  sums.undecided += factor * added.undecided;
}
