import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";
import { profileOf } from "../../score/fill-implied.js";
import type { CaseSet } from "../cases/case-set.js";
import { agreementOf, fails, failuresOf, runOn } from "../cases/run-case.js";
import { conditionMutants } from "./condition-mutants.js";
import { type Mutant, thresholdMutants, weightMutants } from "./mutants.js";
import { type Difference, isExhaustible, tellApart } from "./tell-apart.js";

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

/** Every mutant of a pack: each weight, condition and threshold moved by one step at a time. */
export function mutantsOf(pack: CompiledPack): readonly Mutant[] {
  return [...weightMutants(pack), ...conditionMutants(pack), ...thresholdMutants(pack)];
}

/**
 * Runs the cases against every mutant, and looks for answers that reveal the mutants that no case notices.
 * @param counted ids of the entries, and keys of the header, to mutate; null for the whole pack
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
    const difference = tellApart(pack, mutant);
    if (difference !== null) surviving.push({ mutant, difference });
    else if (isExhaustible(pack)) equivalent.push(mutant);
    else undetermined.push(mutant);
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
  const on = ({ answers }: Pick<CaseSet["cases"][number], "answers">): Possible =>
    profileOf(pack, answers).possible;
  const tests = [
    ...cases.map((each): PassesWith => {
      const possible = on(each);
      return (mutated) => failuresOf(each, runOn(mutated, possible)).length === 0;
    }),
    ...systems.map((system): PassesWith => {
      const possible = on(system);
      return (mutated) => !fails(agreementOf(system, runOn(mutated, possible)));
    }),
  ];
  return tests.filter((passes) => passes(pack));
}
