import type { CompiledPack } from "../../model/compiled-pack.js";
import type { CaseSet } from "../cases/case-set.js";
import { conditionMutants } from "./condition-mutants.js";
import type { Mutant } from "./mutant.js";
import { noticedBy, watchOf } from "./noticed.js";
import { type Difference, isExhaustible, tellApart } from "./tell-apart.js";
import { thresholdMutants } from "./threshold-mutants.js";
import { weightMutants } from "./weight-mutants.js";

/** A mutant that no case notices, and answers that a case could notice it by. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly difference: Difference;
}

/** How the mutants of a pack fare. */
export interface Mutation {
  readonly pack: CompiledPack;
  /** How many some case notices. */
  readonly killed: number;
  readonly surviving: readonly Survivor[];
  /** Unnoticed mutants that no answers at all tell from the pack: they do not count. */
  readonly equivalent: readonly Mutant[];
  /** Unnoticed mutants for which no answers were found, and which are not proved to be equivalent: they count as surviving. */
  readonly undetermined: readonly Mutant[];
}

/** Killed mutants, and all that count. */
export function mutationScore(mutation: Mutation): { readonly killed: number; readonly of: number } {
  const { killed, surviving, undetermined } = mutation;
  return { killed, of: killed + surviving.length + undetermined.length };
}

/** Every mutant of a pack: each weight, condition and threshold moved by one step at a time. */
export function mutantsOf(pack: CompiledPack): readonly Mutant[] {
  return [...weightMutants(pack), ...conditionMutants(pack), ...thresholdMutants(pack)];
}

/**
 * Holds every mutant against the cases, and looks for answers that tell those apart that no case notices.
 * @param counted ids of the entries, and keys of the header, to mutate; null for all of the pack
 */
export function mutate(
  pack: CompiledPack,
  set: CaseSet,
  counted: ReadonlySet<string> | null = null,
): Mutation {
  const watch = watchOf(pack, set);
  const mutants = mutantsOf(pack).filter(({ entry }) => counted?.has(entry) ?? true);
  const unnoticed = mutants.filter((mutant) => noticedBy(mutant, watch) === null);
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
