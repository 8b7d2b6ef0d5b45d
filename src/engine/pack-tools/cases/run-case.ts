import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Profile } from "../../model/profile.js";
import type { Score } from "../../model/scores.js";
import type { Concern, Place, Verdict } from "../../model/verdict.js";
import { profileOf } from "../../score/fill-implied.js";
import { holds } from "../../score/holds.js";
import { type Placed, placeState, withHarmless } from "../../score/place-state.js";
import { score } from "../../score/score.js";
import type { PackCase, RealSystem } from "./case-set.js";

/** The result of a pack on some answers. */
export interface Run {
  readonly score: Score;
  /** Ids of the rules that fired, in the pack's order. */
  readonly fired: ReadonlySet<string>;
  /** Null while the verdict is undecided. */
  readonly placed: Placed | null;
  /** Ids of the clashes that hold. */
  readonly clashes: readonly string[];
}

/** Scores answers and places their state. */
export function run(pack: CompiledPack, answers: Answers): Run {
  return runOn(pack, profileOf(pack, answers));
}

/** Scores a profile whose implications are filled in, and places its state. */
export function runOn(pack: CompiledPack, profile: Profile): Run {
  const result = score(pack, profile.possible);
  const fired = new Set(result.fired.map(({ entry }) => entry.id));
  const clashes = pack.clashes.filter(({ condition }) => holds(condition, profile.possible));
  return {
    score: result,
    fired,
    placed: placeState(pack, withHarmless(pack, profile), result),
    clashes: clashes.map(({ entry }) => entry.id),
  };
}

/** A way in which a run differs from what its case expects. */
export type Failure =
  | { readonly kind: "verdict"; readonly expected: Verdict; readonly found: Verdict }
  | { readonly kind: "did-not-fire"; readonly id: string }
  | { readonly kind: "fired"; readonly id: string }
  | {
      readonly kind: "placement";
      readonly concern: Concern;
      readonly expected: Place;
      /** Null if nothing was placed. */
      readonly found: { readonly place: Place; readonly placement: string } | null;
    }
  | {
      readonly kind: "pattern" | "beside";
      readonly concern: Concern;
      readonly expected: string;
      /** Null if nothing was placed; `pattern` is null if the placement has none there. */
      readonly found: { readonly pattern: string | null; readonly placement: string } | null;
    }
  | {
      readonly kind: "backed-by";
      readonly expected: string;
      /** Null if there is no second home. */
      readonly found: { readonly pattern: string; readonly backing: string } | null;
    }
  | { readonly kind: "did-not-clash"; readonly id: string };

export interface CaseResult {
  readonly case: PackCase;
  readonly run: Run;
  /** Empty if the case passes. */
  readonly failures: readonly Failure[];
}

/** Runs a case and compares the result with its expectation. */
export function runCase(pack: CompiledPack, each: PackCase): CaseResult {
  const found = run(pack, each.answers);
  return { case: each, run: found, failures: failuresOf(each, found) };
}

/** How a run differs from what its case expects. */
export function failuresOf({ expect }: PackCase, found: Run): readonly Failure[] {
  const failures: Failure[] = [];
  const { verdict } = found.score;
  if (expect.verdict !== null && verdict !== expect.verdict)
    failures.push({ kind: "verdict", expected: expect.verdict, found: verdict });
  for (const id of expect.fires) if (!found.fired.has(id)) failures.push({ kind: "did-not-fire", id });
  for (const id of expect.notFires) if (found.fired.has(id)) failures.push({ kind: "fired", id });
  for (const [concern, expected] of expect.placement) {
    const placed = found.placed?.placements[concern];
    if (placed?.place === expected) continue;
    const instead = placed === undefined ? null : { place: placed.place, placement: placed.id };
    failures.push({ kind: "placement", concern, expected, found: instead });
  }
  failures.push(...patternFailures("pattern", expect.pattern, found));
  failures.push(...patternFailures("beside", expect.beside, found));
  const backing = found.placed?.backing ?? null;
  if (expect.backedBy !== null && backing?.pattern !== expect.backedBy) {
    const instead = backing === null ? null : { pattern: backing.pattern, backing: backing.id };
    failures.push({ kind: "backed-by", expected: expect.backedBy, found: instead });
  }
  for (const id of expect.clashes)
    if (!found.clashes.includes(id)) failures.push({ kind: "did-not-clash", id });
  return failures;
}

function patternFailures(
  kind: "pattern" | "beside",
  expected: ReadonlyMap<Concern, string>,
  { placed }: Run,
): readonly Failure[] {
  return [...expected].flatMap(([concern, pattern]): readonly Failure[] => {
    const placement = placed?.placements[concern];
    if (placement?.[kind] === pattern) return [];
    const found = placement === undefined ? null : { pattern: placement[kind], placement: placement.id };
    return [{ kind, concern, expected: pattern, found }];
  });
}

/**
 * How a verdict compares with the documented decision. `differs` is not a failure: hybrid and a pure style are
 * neighbours, and undecided says nothing. `contradicts` is the opposite pure style, `known` if the file explains it;
 * `stale` is a file that explains a contradiction that is no longer there.
 */
export type Agreement = "agrees" | "differs" | "contradicts" | "known" | "stale";

export interface SystemResult {
  readonly system: RealSystem;
  readonly run: Run;
  readonly agreement: Agreement;
}

export function runSystem(pack: CompiledPack, system: RealSystem): SystemResult {
  const found = run(pack, system.answers);
  return { system, run: found, agreement: agreementOf(system, found) };
}

export function agreementOf({ documented, contradicts }: RealSystem, { score: { verdict } }: Run): Agreement {
  if (verdict === documented) return contradicts === null ? "agrees" : "stale";
  const pure = documented !== "hybrid" && verdict !== "hybrid" && verdict !== "undecided";
  if (!pure) return "differs";
  return contradicts === null ? "contradicts" : "known";
}

/** Whether a real system with this agreement fails the test. */
export function fails(agreement: Agreement): boolean {
  return agreement === "contradicts" || agreement === "stale";
}
