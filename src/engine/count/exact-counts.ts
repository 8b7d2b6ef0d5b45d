import type { Circuit, Gate } from "./circuit.js";
import type { Distribution } from "./distribution.js";

/** The counts of one distribution, worked out again in whole numbers of any size. */
export function exactCounts(circuit: Circuit, distribution: Distribution): readonly bigint[] {
  const counts: (bigint[] | undefined)[] = [];
  const read = ({ id, counts: once }: Distribution): readonly bigint[] => counts[id] ?? once.map(BigInt);
  for (const gate of circuit.gates) counts[gate.output.id] = countsOf(gate, read);
  return read(distribution);
}

/** Distributions that no gate puts out are constants, whose counts are small. */
function countsOf(gate: Gate, read: (distribution: Distribution) => readonly bigint[]): bigint[] {
  const output = gate.output.counts.map(() => 0n);
  const add = (slot: number | undefined, count: bigint): void => {
    if (slot !== undefined) output[slot] = (output[slot] ?? 0n) + count;
  };
  switch (gate.kind) {
    case "product": {
      const right = read(gate.right);
      read(gate.left).forEach((count, i) => {
        right.forEach((other, j) => {
          add(gate.slots[i * right.length + j], count * other);
        });
      });
      return output;
    }
    case "mix":
      for (const { input, slots } of gate.terms) {
        read(input).forEach((count, i) => {
          add(slots[i], count);
        });
      }
      return output;
    default:
      return gate satisfies never;
  }
}
