import { at } from "../model/at.js";
import type { Circuit, Gate } from "./circuit.js";
import type { Ways } from "./ways.js";

/** The components of the root, computed again in whole numbers of any size. */
export function exactCounts(circuit: Circuit, root: Ways): readonly bigint[] {
  const known = new Map<number, readonly bigint[]>();
  // What no gate produced is a constant, with small counts.
  const read = ({ id, counts }: Values): readonly bigint[] => known.get(id) ?? counts.map(BigInt);
  for (const gate of circuit.gates) known.set(gate.output.id, countsOf(gate, read));
  return read(root);
}

/** A distribution or ways. */
interface Values {
  readonly id: number;
  readonly counts: readonly number[];
}

function countsOf(gate: Gate, read: (values: Values) => readonly bigint[]): readonly bigint[] {
  const output = gate.output.counts.map(() => 0n);
  const add = (slot: number, count: bigint): void => {
    output[slot] = at(output, slot) + count;
  };
  switch (gate.kind) {
    case "product": {
      const right = read(gate.right);
      for (const [i, count] of read(gate.left).entries())
        for (const [j, other] of right.entries()) add(gate.slots[i * right.length + j] ?? 0, count * other);
      return output;
    }
    case "mix":
      for (const { weight, input, slots } of gate.terms)
        for (const [i, count] of read(input).entries()) add(at(slots, i), BigInt(weight) * count);
      return output;
    case "close":
      for (const [i, count] of read(gate.input).entries())
        for (const component of output.keys())
          if ((at(gate.components, i) & (1 << component)) !== 0) add(component, count);
      return output;
    case "times": {
      const right = read(gate.right);
      return read(gate.left).map((count, component) => count * at(right, component));
    }
    case "sum":
      for (const { weight, input } of gate.terms)
        for (const [component, count] of read(input).entries()) add(component, BigInt(weight) * count);
      return output;
    default:
      return gate satisfies never;
  }
}
