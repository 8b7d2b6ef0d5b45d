import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Profile } from "../../model/profile.js";
import { profileOf } from "../../score/fill-implied.js";
import type { CaseSet } from "../cases/case-set.js";
import { agreementOf, fails, failuresOf, runOn } from "../cases/run-case.js";
import { conditionMutants } from "./condition-mutants.js";
import { type Mutant, pointMutants, removalMutants } from "./mutants.js";
import { type Difference, tellApart } from "./tell-apart.js";

/** A mutant that no case notices, and answers with which a case could. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly difference: Difference;
}

/** The result of mutation testing. */
export interface Mutation {
  readonly pack: CompiledPack;
  /** The number of mutants that some case notices. */
  readonly killed: number;
  readonly surviving: readonly Survivor[];
  /** Unnoticed mutants that differ from the pack on no answers at all: they do not count. */
  readonly equivalent: readonly Mutant[];
  /** Unnoticed mutants neither shown to differ nor proved equivalent: they count as surviving. */
  readonly undetermined: readonly Mutant[];
}

/** The number of mutants killed, out of all that count. */
export function mutationScore(mutation: Mutation): { readonly killed: number; readonly of: number } {
  const { killed, surviving, undetermined } = mutation;
  return { killed, of: killed + surviving.length + undetermined.length };
}

/** Every mutant of a pack: one rule changed by one step at a time. */
export function mutantsOf(pack: CompiledPack): readonly Mutant[] {
  return [...pointMutants(pack), ...removalMutants(pack), ...conditionMutants(pack)];
}

/**
 * Runs the cases against every mutant, and looks for answers that reveal the mutants that no case notices.
 * @param counted ids of the rules to mutate; null for the whole pack
 */
export function mutate(
  pack: CompiledPack,
  set: CaseSet,
  counted: ReadonlySet<string> | null = null,
): Mutation {
  const tests = passingTests(pack, set);
  const mutants = mutantsOf(pack).filter(({ entry }) => counted === null || counted.has(entry));
  const unnoticed = mutants.filter((mutant) => tests.every((passes) => passes(mutant.pack)));
  const surviving: Survivor[] = [];
  const equivalent: Mutant[] = [];
  const undetermined: Mutant[] = [];
  for (const mutant of unnoticed) {
    const found = tellApart(pack, mutant);
    if (found === "same") equivalent.push(mutant);
    else if (found === "unknown") undetermined.push(mutant);
    else surviving.push({ mutant, difference: found });
  }
  return { pack, killed: mutants.length - unnoticed.length, surviving, equivalent, undetermined };
}

/** Whether a case or real system passes with a mutant of the pack. */
type PassesWith = (mutated: CompiledPack) => boolean;

/**
 * The cases and systems that pass with the pack itself; others can notice nothing. Mutants change no implications, so
 * profiles are worked out once.
 */
function passingTests(pack: CompiledPack, { cases, systems }: CaseSet): readonly PassesWith[] {
  const on = ({ answers }: Pick<CaseSet["cases"][number], "answers">): Profile => profileOf(pack, answers);
  const tests = [
    ...cases.map((each): PassesWith => {
      const profile = on(each);
      return (mutated) => failuresOf(each, runOn(mutated, profile)).length === 0;
    }),
    ...systems.map((system): PassesWith => {
      const profile = on(system);
      return (mutated) => !fails(agreementOf(system, runOn(mutated, profile)));
    }),
  ];
  return tests.filter((passes) => passes(pack));
}
