import type { CompiledPack } from "../../model/compiled-pack.js";
import { concerns, type Verdict } from "../../model/verdict.js";
import type { CaseSet, RealSystem } from "./case-set.js";
import { type CaseResult, fails, type Run, runCase, runSystem, type SystemResult } from "./run-case.js";

/** The result of all cases of a pack. */
export interface PackTest {
  readonly pack: CompiledPack;
  readonly cases: readonly CaseResult[];
  readonly systems: readonly SystemResult[];
  readonly coverage: PackCoverage;
  /** Cases that fail, and systems that the pack contradicts without explanation. */
  readonly failed: number;
}

/**
 * Runs every case and every real system, and reports how much of the pack they cover.
 * @param counted ids of the entries that cases are expected to cover; null for the whole pack
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
    systems.filter(({ agreement }) => fails(agreement)).length;
  const runs = [...cases, ...systems].map((result) => result.run);
  return { pack, cases, systems, coverage: coverageOf(pack, runs, counted), failed };
}

/** The number of entries of a kind that some run uses, and the ids of the others. */
export interface Coverage {
  readonly covered: number;
  readonly of: number;
  readonly missing: readonly string[];
}

/** Rules that fire in some run; placements, and second homes, that some run uses. */
export interface PackCoverage {
  readonly rules: Coverage;
  readonly placements: Coverage;
  readonly backings: Coverage;
}

function coverageOf(
  { source }: CompiledPack,
  runs: readonly Run[],
  counted: ReadonlySet<string> | null,
): PackCoverage {
  const fired = new Set(runs.flatMap((each) => [...each.fired]));
  const placed = new Set(
    runs.flatMap((each) => concerns.flatMap((concern) => each.placed?.placements[concern].id ?? [])),
  );
  const backed = new Set(runs.flatMap((each) => each.placed?.backing?.id ?? []));
  const cover = (entries: readonly { readonly id: string }[], used: ReadonlySet<string>): Coverage => {
    const ids = entries.map(({ id }) => id).filter((id) => counted === null || counted.has(id));
    const missing = ids.filter((id) => !used.has(id));
    return { covered: ids.length - missing.length, of: ids.length, missing };
  };
  return {
    rules: cover(source.rules, fired),
    placements: cover(source.placements, placed),
    backings: cover(source.backings, backed),
  };
}

/** The number of systems by documented style and verdict. */
export type Confusion = Readonly<Record<RealSystem["documented"], Readonly<Record<Verdict, number>>>>;

export function confusionOf(results: readonly SystemResult[]): Confusion {
  const row = (documented: RealSystem["documented"]): Readonly<Record<Verdict, number>> => {
    const counts = { stateless: 0, stateful: 0, hybrid: 0, undecided: 0 };
    for (const { system, run } of results)
      if (system.documented === documented) counts[run.score.verdict] += 1;
    return counts;
  };
  return { stateless: row("stateless"), stateful: row("stateful"), hybrid: row("hybrid") };
}

/** The fraction of systems whose verdict is the documented style. */
export function agreementShare(results: readonly SystemResult[]): {
  readonly agree: number;
  readonly of: number;
} {
  const agree = results.filter(({ run, system }) => run.score.verdict === system.documented).length;
  return { agree, of: results.length };
}
