import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";
import { profileOf } from "../../score/fill-implied.js";
import type { CaseSet, PackCase, RealSystem } from "../cases/case-set.js";
import { agreementOf, fails, failuresOf, runOn } from "../cases/run-case.js";
import type { Mutant } from "./mutant.js";

/** The cases that hold, each with its profile: mutants change no implication, so it is worked out once. */
export interface Watch {
  readonly cases: readonly { readonly case: PackCase; readonly possible: Possible }[];
  readonly systems: readonly { readonly system: RealSystem; readonly possible: Possible }[];
}

/** Cases that do not hold as it is notice nothing. */
export function watchOf(pack: CompiledPack, set: CaseSet): Watch {
  const possibleFor = (answers: PackCase["answers"]): Possible => profileOf(pack, answers).possible;
  return {
    cases: set.cases
      .map((each) => ({ case: each, possible: possibleFor(each.answers) }))
      .filter(({ case: each, possible }) => failuresOf(each, runOn(pack, possible)).length === 0),
    systems: set.systems
      .map((system) => ({ system, possible: possibleFor(system.answers) }))
      .filter(({ system, possible }) => !fails(agreementOf(system, runOn(pack, possible)))),
  };
}

/** The id of the first case that fails under a mutant, or null when none notices it. */
export function noticedBy({ pack }: Mutant, watch: Watch): string | null {
  const failing = watch.cases.find(
    ({ case: each, possible }) => failuresOf(each, runOn(pack, possible)).length > 0,
  );
  if (failing !== undefined) return failing.case.id;
  const contradicted = watch.systems.find(({ system, possible }) =>
    fails(agreementOf(system, runOn(pack, possible))),
  );
  return contradicted?.system.id ?? null;
}
