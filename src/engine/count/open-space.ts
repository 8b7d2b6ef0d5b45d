import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { CompiledPack, VerdictForms } from "../model/compiled-pack.js";
import { maskOf, type Possible, type Profile } from "../model/profile.js";
import {
  constraint,
  type Factor,
  hasState,
  inSome,
  mergeByScope,
  openTerms,
  scopeOf,
  tallyFactor,
} from "./factor.js";
import { marginsOfEntries } from "./margins.js";
import { addTallies, noTally, type Tally, tallyOf } from "./tally.js";

/**
 * What a profile leaves open, as a sum of factors. Its points are the *completions*: every question that is not given
 * gets one answer (a question that takes several, one set of options), which is the implied one if one of its
 * implications holds and any of its options if none does.
 */
export interface OpenSpace {
  readonly forms: VerdictForms;
  readonly variables: readonly Variable[];
  /** The tally of what fires in every completion. */
  readonly base: Tally;
  readonly factors: readonly Factor[];
}

/** A part of the pack: which rules and vetoes count (by position, rules first), and what must hold. */
export interface Part {
  readonly counts: (entry: number) => boolean;
  readonly required: CompiledCondition | null;
}

const wholePack: Part = { counts: () => true, required: null };

/**
 * Restricts the pack's rules, vetoes and implications to what the profile leaves open.
 * @throws OutOfReach if one of them ties too much together
 */
export function openSpaceOf(pack: CompiledPack, profile: Profile, part: Part = wholePack): OpenSpace {
  const { possible } = profile;
  const variables = openVariables(pack, possible);
  const positions = new Map(variables.map((variable, index) => [variable, index]));
  const position = (variable: Variable): number | undefined => positions.get(variable);
  let base = noTally;
  const factors: Factor[] = [...implicationFactors(pack, possible, variables, position)];
  const margins = marginsOfEntries(pack);
  [...pack.rules, ...pack.vetoes].forEach(({ condition }, index) => {
    if (!part.counts(index)) return;
    const terms = openTerms(condition, possible, position);
    if (terms.length === 0) return;
    const tally = tallyOf(at(margins, index));
    if (terms.some((term) => term.length === 0)) base = addTallies(base, tally);
    else factors.push(tallyFactor(terms, variables, tally));
  });
  if (part.required !== null) {
    const terms = openTerms(part.required, possible, position);
    factors.push(constraint(scopeOf(terms), variables, (assignment) => inSome(terms, assignment)));
  }
  return { forms: pack.forms, variables, base, factors: mergeByScope(factors) };
}

/** The variables with more than one state left. */
function openVariables(pack: CompiledPack, possible: Possible): readonly Variable[] {
  return pack.variables.filter((variable) => {
    const mask = maskOf(possible, variable);
    return (mask & (mask - 1)) !== 0;
  });
}

/** If an implication of an open question holds, only the implied state is left. */
function implicationFactors(
  pack: CompiledPack,
  possible: Possible,
  variables: readonly Variable[],
  position: (variable: Variable) => number | undefined,
): readonly Factor[] {
  return pack.questions.flatMap(({ variables: [variable], implied }) => {
    const own = variable === undefined ? undefined : position(variable);
    if (own === undefined) return [];
    return implied.flatMap(({ condition, mask }): readonly Factor[] => {
      const terms = openTerms(condition, possible, position);
      if (terms.length === 0) return [];
      const allowed = (assignment: readonly number[]): boolean =>
        hasState(mask, at(assignment, own)) || !inSome(terms, assignment);
      return [constraint([...scopeOf(terms), own], variables, allowed)];
    });
  });
}
