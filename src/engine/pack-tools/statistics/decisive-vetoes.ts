import { distributionOver, eliminate } from "../../count/eliminate.js";
import { openSpaceOf } from "../../count/open-space.js";
import { possibleAt, traceOf } from "../../count/trace.js";
import { verdictsOf } from "../../count/verdict-counts.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { VetoStatistics, VetoWitness } from "../../model/pack-statistics.js";
import type { Possible } from "../../model/profile.js";
import { profileOf } from "../../score/fill-implied.js";
import { evaluate } from "../../score/score.js";
import { settle, witnessOf } from "./witness.js";

/** For each veto, whether removing it alone would change a verdict. `samples` are tried before an exhaustive search. */
export function decisiveVetoes(pack: CompiledPack, samples: readonly Possible[]): readonly VetoStatistics[] {
  return pack.vetoes.map(({ entry: veto }, index) => {
    const { rules, forms, vetoes } = pack;
    const without = { rules, forms, vetoes: vetoes.toSpliced(index, 1) };
    const verdictsOn = (possible: Possible) =>
      [pack, without].map((some) => evaluate(some, possible).verdict);
    const decides = (possible: Possible): boolean => new Set(verdictsOn(possible)).size > 1;
    const witness = (possible: Possible): VetoWitness => ({
      ...witnessOf(pack, possible),
      without: evaluate(without, possible).verdict,
    });
    return {
      veto: veto.id,
      decides: settle(() => {
        const possible = samples.find(decides) ?? decidedProfile(pack, index);
        return possible === null ? null : witness(possible);
      }),
    };
  });
}

/** A profile on which the veto fires and whose verdict without this veto would be the style that it forbids. */
function decidedProfile(pack: CompiledPack, index: number): Possible | null {
  const veto = pack.vetoes[index];
  if (veto === undefined || veto.condition.length === 0) return null;
  const entry = pack.rules.length + index;
  const part = { counts: (other: number) => other !== entry, required: veto.condition };
  const space = openSpaceOf(pack, profileOf(pack, new Map()), part);
  const elimination = eliminate(space);
  const root = distributionOver(elimination);
  if (root === null) return null;
  const slot = verdictsOf(space, root).indexOf(veto.entry.forbids);
  return slot < 0 ? null : possibleAt(pack, space, traceOf(elimination.circuit, root, slot));
}
