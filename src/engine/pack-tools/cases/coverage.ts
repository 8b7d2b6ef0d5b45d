import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Run } from "./run-case.js";

/** How many entries of a kind some run uses, and those that none does. */
export interface Coverage {
  readonly covered: number;
  readonly of: number;
  readonly missing: readonly string[];
}

/** By kind: rules and vetoes that fire in some run, placements that some run comes to. */
export interface PackCoverage {
  readonly rules: Coverage;
  readonly vetoes: Coverage;
  readonly placements: Coverage;
}

/** Only entries whose id is in `counted` are looked at; all are where it is null. */
export function coverageOf(
  { source: pack }: CompiledPack,
  runs: readonly Run[],
  counted: ReadonlySet<string> | null,
): PackCoverage {
  const fired = new Set(runs.flatMap((each) => [...each.fired]));
  const placed = new Set(runs.flatMap((each) => [...each.placed.values()].map(({ id }) => id)));
  const cover = (entries: readonly { readonly id: string }[], used: ReadonlySet<string>): Coverage => {
    const ids = entries.map(({ id }) => id).filter((id) => counted?.has(id) ?? true);
    const missing = ids.filter((id) => !used.has(id));
    return { covered: ids.length - missing.length, of: ids.length, missing };
  };
  return {
    rules: cover(pack.rules, fired),
    vetoes: cover(pack.vetoes, fired),
    placements: cover(pack.placements, placed),
  };
}
