import type { CompiledPack } from "../../model/compiled-pack.js";
import type { RealSystem } from "./case-set.js";
import { type Run, run } from "./run-case.js";

/**
 * How a verdict stands to the documented decision. `differs` is no failure: hybrid and a pure style are neighbours, and
 * undecided says nothing. `contradicts` is the opposite pure style, `known` where the file says what that teaches;
 * `stale` is a file that says so although the pack agrees with the decision by now.
 */
export type SystemStanding = "agrees" | "differs" | "contradicts" | "known" | "stale";

export interface SystemResult {
  readonly system: RealSystem;
  readonly run: Run;
  readonly standing: SystemStanding;
}

export function runSystem(pack: CompiledPack, system: RealSystem): SystemResult {
  const found = run(pack, system.answers);
  return { system, run: found, standing: standingOf(system, found) };
}

export function standingOf(
  { documented, contradicts }: RealSystem,
  { score: { verdict } }: Run,
): SystemStanding {
  if (verdict === documented) return contradicts === null ? "agrees" : "stale";
  const pure = documented !== "hybrid" && verdict !== "hybrid" && verdict !== "undecided";
  if (!pure) return "differs";
  return contradicts === null ? "contradicts" : "known";
}

/** Whether a standing fails the test. */
export function fails(standing: SystemStanding): boolean {
  return standing === "contradicts" || standing === "stale";
}
