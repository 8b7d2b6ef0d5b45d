import { at } from "../model/at.js";
import type { Circuit, Close, Gate, Mix, Product } from "./circuit.js";
import { type Ways, waysWidth, zeros } from "./ways.js";

/** By position, then by class: how many of the root's ways have that class, by component. Nothing for what has none. */
export type ClassMarginals = readonly (readonly number[][] | undefined)[];

/**
 * All marginals in one backward pass. Every component of the root is a polynomial in the counts of every distribution,
 * linear in each, so a term's counts times its derivatives give the ways that pass through it (Darwiche 2003); the cost
 * is that of the forward pass. Ordinary numbers: exact below 2^53 ways, beyond it to 15 digits.
 */
export function marginalsOf(circuit: Circuit, root: Ways): ClassMarginals {
  const pass = new BackwardPass(circuit.size);
  pass.start(root);
  for (let index = circuit.gates.length - 1; index >= 0; index -= 1) pass.visit(at(circuit.gates, index));
  return pass.marginals;
}

class BackwardPass {
  readonly marginals: number[][][] = [];
  /** By id. Of ways: the derivative of each component of the root by the same of these; of distributions: by tally. */
  readonly #derivatives: (Float64Array | undefined)[];

  constructor(size: number) {
    this.#derivatives = new Array<Float64Array | undefined>(size);
  }

  start(root: Ways): void {
    this.#of(root.id, waysWidth).fill(1);
  }

  visit(gate: Gate): void {
    const output = this.#derivatives[gate.output.id];
    // What does not reach the root.
    if (output === undefined) return;
    switch (gate.kind) {
      case "product":
        this.#product(gate, output);
        return;
      case "mix":
        this.#mix(gate, output);
        return;
      case "close":
        this.#close(gate, output);
        return;
      case "times": {
        const left = this.#of(gate.left.id, waysWidth);
        const right = this.#of(gate.right.id, waysWidth);
        for (let k = 0; k < waysWidth; k += 1) {
          left[k] = (left[k] ?? 0) + (output[k] ?? 0) * at(gate.right.counts, k);
          right[k] = (right[k] ?? 0) + (output[k] ?? 0) * at(gate.left.counts, k);
        }
        return;
      }
      case "sum":
        for (const { class: of, weight, input } of gate.terms) {
          const derivative = this.#of(input.id, waysWidth);
          const marginal = this.#marginal(gate.position, of);
          for (let k = 0; k < waysWidth; k += 1) {
            const share = weight * (output[k] ?? 0);
            derivative[k] = (derivative[k] ?? 0) + share;
            marginal[k] = (marginal[k] ?? 0) + share * at(input.counts, k);
          }
        }
        return;
      default:
        gate satisfies never;
    }
  }

  /** d/dleft(i) = Σ_j right(j) · d/doutput(i + j), and the same for the right side. */
  #product({ left, right, slots }: Product, output: Float64Array): void {
    const ofLeft = this.#of(left.id, left.counts.length * waysWidth);
    const ofRight = this.#of(right.id, right.counts.length * waysWidth);
    let pair = 0;
    for (let i = 0; i < left.counts.length; i += 1) {
      const leftCount = at(left.counts, i);
      for (let j = 0; j < right.counts.length; j += 1) {
        const rightCount = at(right.counts, j);
        const from = (slots[pair] ?? 0) * waysWidth;
        pair += 1;
        for (let k = 0; k < waysWidth; k += 1) {
          const derivative = output[from + k] ?? 0;
          ofLeft[i * waysWidth + k] = (ofLeft[i * waysWidth + k] ?? 0) + derivative * rightCount;
          ofRight[j * waysWidth + k] = (ofRight[j * waysWidth + k] ?? 0) + derivative * leftCount;
        }
      }
    }
  }

  #mix({ position, terms }: Mix, output: Float64Array): void {
    for (const { class: of, weight, input, slots } of terms) {
      const derivatives = this.#of(input.id, input.counts.length * waysWidth);
      const marginal = this.#marginal(position, of);
      for (let i = 0; i < input.counts.length; i += 1) {
        const count = at(input.counts, i);
        const from = at(slots, i) * waysWidth;
        for (let k = 0; k < waysWidth; k += 1) {
          const share = weight * (output[from + k] ?? 0);
          derivatives[i * waysWidth + k] = (derivatives[i * waysWidth + k] ?? 0) + share;
          marginal[k] = (marginal[k] ?? 0) + share * count;
        }
      }
    }
  }

  #close({ input, components }: Close, output: Float64Array): void {
    const derivatives = this.#of(input.id, input.counts.length * waysWidth);
    for (let i = 0; i < components.length; i += 1) {
      const bits = at(components, i);
      for (let k = 0; k < waysWidth; k += 1)
        if ((bits & (1 << k)) !== 0)
          derivatives[i * waysWidth + k] = (derivatives[i * waysWidth + k] ?? 0) + (output[k] ?? 0);
    }
  }

  #marginal(position: number, of: number): number[] {
    const classes = this.marginals[position] ?? [];
    this.marginals[position] = classes;
    const marginal = classes[of] ?? zeros();
    classes[of] = marginal;
    return marginal;
  }

  #of(id: number, length: number): Float64Array {
    const known = this.#derivatives[id];
    if (known !== undefined) return known;
    const fresh = new Float64Array(length);
    this.#derivatives[id] = fresh;
    return fresh;
  }
}
