import type { CompiledCondition, CompiledPack, VerdictForms } from "../model/compiled-pack.js";
import type { Possible, Profile } from "../model/profile.js";
import type { OpenVariable } from "./cells.js";
import {
  constraint,
  type Factor,
  hasState,
  inSome,
  mergeByScope,
  openBoxes,
  scopeOf,
  tallyFactor,
} from "./factor.js";
import { signalsOfEntries } from "./signals.js";
import { addTallies, noTally, type Tally, tallyOf } from "./tally.js";

/**
 * What a profile leaves open, as a sum of factors. Its points are the *completions*: every question that is not given
 * gets one answer (a question that takes several, one set of options), which is the implied one where one of its
 * implications holds and any of its options where none does.
 */
export interface OpenSpace {
  readonly forms: VerdictForms;
  readonly variables: readonly OpenVariable[];
  /** What fires in every completion. */
  readonly base: Tally;
  readonly factors: readonly Factor[];
}

/** A part of the pack to look at: which rules and vetoes count (by position, rules first), and what must hold. */
export interface Part {
  readonly counts: (entry: number) => boolean;
  readonly required: CompiledCondition | null;
}

const wholePack: Part = { counts: () => true, required: null };

/**
 * Restricts the pack's rules, vetoes and implications to what the profile leaves open.
 * @throws OutOfReach where one of them ties too much together
 */
export function openSpaceOf(pack: CompiledPack, profile: Profile, part: Part = wholePack): OpenSpace {
  const { possible } = profile;
  const variables = openVariables(pack, possible);
  const positions = new Map(variables.map(({ variable }, index) => [variable, index]));
  const position = (variable: number): number | undefined => positions.get(variable);
  let base = noTally;
  const factors: Factor[] = [...implicationFactors(pack, possible, variables, position)];
  const signals = signalsOfEntries(pack);
  [...pack.rules, ...pack.vetoes].forEach(({ condition }, index) => {
    if (!part.counts(index)) return;
    const boxes = openBoxes(condition, possible, position);
    if (boxes.length === 0) return;
    const tally = tallyOf(signals[index] ?? []);
    if (boxes.some((box) => box.length === 0)) base = addTallies(base, tally);
    else factors.push(tallyFactor(boxes, variables, tally));
  });
  if (part.required !== null) {
    const boxes = openBoxes(part.required, possible, position);
    factors.push(constraint(scopeOf(boxes), variables, (assignment) => inSome(boxes, assignment)));
  }
  return { forms: pack.forms, variables, base, factors: mergeByScope(factors) };
}

/** The variables with more than one state left. */
function openVariables(pack: CompiledPack, possible: Possible): readonly OpenVariable[] {
  return pack.variables
    .filter(({ index }) => {
      const mask = possible[index] ?? 0;
      return (mask & (mask - 1)) !== 0;
    })
    .map(({ index, question, states }) => ({ variable: index, question, states: states.length }));
}

/** Wherever an implication of an open question holds, only the implied state is left. */
function implicationFactors(
  pack: CompiledPack,
  possible: Possible,
  variables: readonly OpenVariable[],
  position: (variable: number) => number | undefined,
): readonly Factor[] {
  return pack.questions.flatMap(({ variables: [own = -1], implied }) => {
    const at = position(own);
    if (at === undefined) return [];
    return implied.flatMap(({ condition, mask }): readonly Factor[] => {
      const boxes = openBoxes(condition, possible, position);
      if (boxes.length === 0) return [];
      const allowed = (assignment: readonly number[]): boolean =>
        hasState(mask, assignment[at]) || !inSome(boxes, assignment);
      return [constraint([...scopeOf(boxes), at], variables, allowed)];
    });
  });
}
