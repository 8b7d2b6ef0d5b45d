import { withinReach } from "../../count/cells.js";
import { distributionOver, eliminate } from "../../count/eliminate.js";
import { openSpaceOf } from "../../count/open-space.js";
import { PlainCollector } from "../../count/tally-collector.js";
import { possibleAt, traceOf } from "../../count/trace.js";
import { exactCounts } from "../../count/verdict-counts.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { FiringStatistics, Witness } from "../../model/pack-statistics.js";
import { profileOf } from "../../score/fill-implied.js";
import { witnessOf } from "./witness.js";

/**
 * Every rule, then every veto: in how many profiles it fires, with one on which it does and one on which it does not.
 * Null and no profiles if it ties too much together on its own.
 */
export function firingOf(pack: CompiledPack): readonly FiringStatistics[] {
  return [
    ...pack.rules.map(({ entry: rule }, index) => ({
      kind: "rule" as const,
      id: rule.id,
      ...firingWithinReach(pack, index),
    })),
    ...pack.vetoes.map(({ entry: veto }, index) => ({
      kind: "veto" as const,
      id: veto.id,
      ...firingWithinReach(pack, pack.rules.length + index),
    })),
  ];
}

/**
 * The number of profiles: ways of answering every question that include every implied answer. Null if implications tie
 * too much together.
 */
export function profileCount(pack: CompiledPack): bigint | null {
  return withinReach(() => {
    const space = openSpaceOf(pack, profileOf(pack, new Map()), { counts: () => false, required: null });
    const elimination = eliminate(space, { collectorWithin: () => new PlainCollector() });
    const root = distributionOver(elimination);
    return root === null
      ? 0n
      : exactCounts(elimination.circuit, root).reduce((sum, count) => sum + count, 0n);
  });
}

type Firing = Pick<FiringStatistics, "profiles" | "fires" | "rests">;

function firingWithinReach(pack: CompiledPack, entry: number): Firing {
  return withinReach(() => firingOfEntry(pack, entry)) ?? { profiles: null, fires: null, rests: null };
}

/** Implications tie questions loosely, so with a single entry in the space this is cheap even if verdicts are not. */
function firingOfEntry(pack: CompiledPack, entry: number): Firing {
  const space = openSpaceOf(pack, profileOf(pack, new Map()), {
    counts: (other) => other === entry,
    required: null,
  });
  const elimination = eliminate(space, { collectorWithin: () => new PlainCollector() });
  const root = distributionOver(elimination);
  if (root === null) return { profiles: 0n, fires: null, rests: null };
  const counts = exactCounts(elimination.circuit, root);
  const always = space.base.total + space.base.vetoes > 0;
  const at = (fires: boolean): number =>
    root.tallies.findIndex(({ total, vetoes }) => (always || total + vetoes > 0) === fires);
  const witness = (slot: number): Witness | null =>
    slot < 0 ? null : witnessOf(pack, possibleAt(pack, space, traceOf(elimination.circuit, root, slot)));
  return { profiles: counts[at(true)] ?? 0n, fires: witness(at(true)), rests: witness(at(false)) };
}
