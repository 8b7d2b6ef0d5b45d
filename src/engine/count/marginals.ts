import { verdicts } from "../model/verdict.js";
import type { Circuit } from "./circuit.js";
import type { Distribution } from "./distribution.js";
import type { OpenSpace } from "./open-space.js";
import { type VerdictCounts, verdictsOf } from "./verdict-counts.js";

/** By position of open variable, then by state: how many completions with that state lead to each verdict. */
export type Marginals = readonly (readonly VerdictCounts[])[];

const width = verdicts.length;

/**
 * All marginals in one backward pass. The number of completions with a verdict is a polynomial in the counts of every
 * distribution, linear in each, so a term's counts times its derivatives give the completions that pass through it
 * (Darwiche 2003); the cost is that of the forward pass. Ordinary numbers: exact below 2^53 completions, beyond it
 * to 15 digits.
 */
export function marginalsOf(space: OpenSpace, circuit: Circuit, root: Distribution): Marginals {
  const marginals = space.variables.map(({ states }) => states.map(() => verdicts.map(() => 0)));
  const derivatives: (number[] | undefined)[] = [];
  const derivativesOf = ({ id, counts }: Distribution): number[] => {
    const known = derivatives[id] ?? new Array<number>(counts.length * width).fill(0);
    derivatives[id] = known;
    return known;
  };
  const atRoot = derivativesOf(root);
  verdictsOf(space, root).forEach((verdict, i) => {
    atRoot[i * width + verdict] = 1;
  });
  for (const gate of circuit.gates.toReversed()) {
    const output = derivativesOf(gate.output);
    if (gate.kind === "product") {
      spread(
        output,
        gate.slots,
        gate.right.counts,
        derivativesOf(gate.left),
        gate.left.counts,
        derivativesOf(gate.right),
      );
      continue;
    }
    for (const { state, input, slots } of gate.terms) {
      pass(output, slots, derivativesOf(input), input.counts, marginals[gate.variable]?.[state] ?? []);
    }
  }
  return marginals;
}

/** d/dleft(i) = Σ_j right(j) · d/doutput(i + j), and the same for the right side. */
function spread(
  output: readonly number[],
  slots: readonly number[],
  rightCounts: readonly number[],
  left: number[],
  leftCounts: readonly number[],
  right: number[],
): void {
  for (let i = 0, pair = 0; i < leftCounts.length; i += 1) {
    const leftCount = leftCounts[i] ?? 0;
    for (let j = 0; j < rightCounts.length; j += 1, pair += 1) {
      const rightCount = rightCounts[j] ?? 0;
      const slot = (slots[pair] ?? 0) * width;
      for (let verdict = 0; verdict < width; verdict += 1) {
        const derivative = output[slot + verdict] ?? 0;
        left[i * width + verdict] = (left[i * width + verdict] ?? 0) + rightCount * derivative;
        right[j * width + verdict] = (right[j * width + verdict] ?? 0) + leftCount * derivative;
      }
    }
  }
}

/** Hands derivatives on to a term of a mix, and adds the completions through it to the state's marginal. */
function pass(
  output: readonly number[],
  slots: readonly number[],
  input: number[],
  counts: readonly number[],
  marginal: number[],
): void {
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    const slot = (slots[i] ?? 0) * width;
    for (let verdict = 0; verdict < width; verdict += 1) {
      const derivative = output[slot + verdict] ?? 0;
      input[i * width + verdict] = (input[i * width + verdict] ?? 0) + derivative;
      marginal[verdict] = (marginal[verdict] ?? 0) + count * derivative;
    }
  }
}
