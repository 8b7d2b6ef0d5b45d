import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Placement } from "../../model/pack.js";
import type { Possible } from "../../model/profile.js";
import type { Score } from "../../model/scores.js";
import type { Place, StateConcern, Verdict } from "../../model/verdict.js";
import { profileOf } from "../../score/fill-implied.js";
import { placeState } from "../../score/place-state.js";
import { score } from "../../score/score.js";
import type { PackCase } from "./case-set.js";

/** What a pack makes of answers. */
export interface Run {
  readonly score: Score;
  /** Ids of the rules and vetoes that fired, in the pack's order. */
  readonly fired: ReadonlySet<string>;
  readonly placed: ReadonlyMap<StateConcern, Placement>;
}

/** One way in which a run is not what its case expects. */
export type Failure =
  | { readonly kind: "verdict"; readonly expected: Verdict; readonly found: Verdict }
  | { readonly kind: "did-not-fire"; readonly id: string }
  | { readonly kind: "fired"; readonly id: string }
  | {
      readonly kind: "placement";
      readonly concern: StateConcern;
      readonly expected: Place;
      /** Null when nothing was placed. */
      readonly found: { readonly place: Place; readonly placement: string } | null;
    };

export interface CaseResult {
  readonly case: PackCase;
  readonly run: Run;
  /** Empty when the case holds. */
  readonly failures: readonly Failure[];
}

/** Scores answers and places their state. */
export function run(pack: CompiledPack, answers: Answers): Run {
  return runOn(pack, profileOf(pack, answers).possible);
}

/** Scores a profile whose implications are filled in, and places its state. */
export function runOn(pack: CompiledPack, possible: Possible): Run {
  const result = score(pack, possible);
  const fired = new Set([
    ...result.firedRules.map(({ entry }) => entry.id),
    ...result.firedVetoes.map(({ entry }) => entry.id),
  ]);
  return { score: result, fired, placed: placeState(pack, possible, result) };
}

/** Runs a case and holds it against its expectation. */
export function runCase(pack: CompiledPack, each: PackCase): CaseResult {
  const found = run(pack, each.answers);
  return { case: each, run: found, failures: failuresOf(each, found) };
}

/** In what a run is not what its case expects. */
export function failuresOf({ expect }: PackCase, found: Run): readonly Failure[] {
  const failures: Failure[] = [];
  const { verdict } = found.score;
  if (expect.verdict !== null && verdict !== expect.verdict)
    failures.push({ kind: "verdict", expected: expect.verdict, found: verdict });
  for (const id of expect.fires) if (!found.fired.has(id)) failures.push({ kind: "did-not-fire", id });
  for (const id of expect.notFires) if (found.fired.has(id)) failures.push({ kind: "fired", id });
  for (const [concern, expected] of expect.placement) {
    const placed = found.placed.get(concern);
    if (placed?.place === expected) continue;
    const instead = placed === undefined ? null : { place: placed.place, placement: placed.id };
    failures.push({ kind: "placement", concern, expected, found: instead });
  }
  return failures;
}
