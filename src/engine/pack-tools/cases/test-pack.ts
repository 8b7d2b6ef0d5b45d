import type { CompiledPack } from "../../model/compiled-pack.js";
import type { CaseSet } from "./case-set.js";
import { coverageOf, type PackCoverage } from "./coverage.js";
import { type CaseResult, runCase } from "./run-case.js";
import { fails, runSystem, type SystemResult } from "./run-system.js";

/** What came of all cases of a pack. */
export interface PackTest {
  readonly pack: CompiledPack;
  readonly cases: readonly CaseResult[];
  readonly systems: readonly SystemResult[];
  readonly coverage: PackCoverage;
  /** Cases that do not hold, and systems that the pack contradicts unawares. */
  readonly failed: number;
}

/**
 * Runs every case and every real system, and says what of the pack they use.
 * @param counted ids of the entries that cases are expected to use; null for all of the pack
 */
export function testPack(
  pack: CompiledPack,
  set: CaseSet,
  counted: ReadonlySet<string> | null = null,
): PackTest {
  const cases = set.cases.map((each) => runCase(pack, each));
  const systems = set.systems.map((system) => runSystem(pack, system));
  const failed =
    cases.filter(({ failures }) => failures.length > 0).length +
    systems.filter(({ standing }) => fails(standing)).length;
  const runs = [...cases, ...systems].map((result) => result.run);
  return { pack, cases, systems, coverage: coverageOf(pack, runs, counted), failed };
}
