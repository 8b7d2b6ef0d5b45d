import type { CompiledPack } from "../model/compiled-pack.js";
import type { Transition } from "../model/pack-statistics.js";
import { type Verdict, verdicts } from "../model/verdict.js";
import { distributionOver, eliminate } from "./eliminate.js";
import { PairCollector } from "./pair-collector.js";
import { type Moves, type PairSpace, pairSpaceOf } from "./pair-space.js";
import { firstOf, secondOf, sideOfTally } from "./pair-tally.js";
import type { Tally } from "./tally.js";
import { possibleAt, traceOf } from "./trace.js";
import { verdictOver } from "./verdict-counts.js";
import { witnessOf } from "./witness.js";

/**
 * A pair of profiles that differ in one question (see `PairSpace`) and whose verdicts are as wanted, or null: then there
 * is no such pair in the whole space.
 * @throws OutOfReach where the tables would be too large
 */
export function findPair(
  pack: CompiledPack,
  question: number,
  moves: Moves,
  wanted: (before: Verdict, after: Verdict) => boolean,
): Transition | null {
  const space = pairSpaceOf(pack, question, moves);
  const elimination = eliminate(space, { collectorWithin: (within) => new PairCollector(within) });
  const root = distributionOver(elimination);
  if (root === null) return null;
  const verdictAt = verdictOver(space);
  const verdictOf = ({ need, bound, total, vetoes }: Tally): Verdict =>
    verdicts[verdictAt(need, bound, total, vetoes)] ?? "undecided";
  const slot = root.need.findIndex((need, i) => {
    const pair = { need, bound: root.bound[i] ?? 0, total: root.total[i] ?? 0, vetoes: root.vetoes[i] ?? 0 };
    return wanted(verdictOf(sideOfTally(pair, firstOf)), verdictOf(sideOfTally(pair, secondOf)));
  });
  return slot < 0 ? null : transitionAt(pack, space, traceOf(elimination.circuit, root, slot));
}

function transitionAt(pack: CompiledPack, space: PairSpace, assignment: readonly number[]): Transition {
  const single = { ...space, variables: space.variables.slice(0, space.twins.length) };
  const after = space.twins.map((twin) => assignment[twin] ?? 0);
  return {
    before: witnessOf(pack, possibleAt(pack, single, assignment)),
    after: witnessOf(pack, possibleAt(pack, single, after)),
  };
}
