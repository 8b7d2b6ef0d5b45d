import { at } from "../model/at.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";
import { profileOf } from "../score/fill-implied.js";
import type { Circuit, Gate } from "./circuit.js";
import type { OpenSpace } from "./open-space.js";
import type { Distribution } from "./tally.js";

/**
 * An assignment (by position of open variable) that leads to one tally of a distribution: the circuit is followed back
 * through the first pair or term that each tally came from.
 */
export function traceOf(circuit: Circuit, distribution: Distribution, slot: number): readonly number[] {
  const assignment: number[] = [];
  const gates = new Map<number, Gate>(circuit.gates.map((gate) => [gate.output.id, gate]));
  const follow = ({ id }: Distribution, slot: number): void => {
    const gate = gates.get(id);
    if (gate === undefined) return;
    if (gate.kind === "product") {
      const pair = gate.slots.indexOf(slot);
      const width = gate.right.tallies.length;
      follow(gate.left, Math.floor(pair / width));
      follow(gate.right, pair % width);
      return;
    }
    const term = gate.terms.find(({ slots }) => slots.includes(slot));
    if (term === undefined) return;
    assignment[gate.variable] = term.state;
    follow(term.input, term.slots.indexOf(slot));
  };
  follow(distribution, slot);
  return assignment;
}

/** The complete profile of an assignment to what an empty profile leaves open. */
export function possibleAt(pack: CompiledPack, space: OpenSpace, assignment: readonly number[]): Possible {
  const possible = [...profileOf(pack, new Map()).possible];
  for (const [position, { index }] of space.variables.entries())
    possible[index] = 1 << at(assignment, position);
  return possible;
}
