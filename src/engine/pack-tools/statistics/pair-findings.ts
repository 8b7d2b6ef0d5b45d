import { distributionOver, eliminate } from "../../count/eliminate.js";
import { possibleAt, traceOf } from "../../count/trace.js";
import { verdictOver } from "../../count/verdict-counts.js";
import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Transition } from "../../model/pack-statistics.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { PairCollector } from "./pair-collector.js";
import { type Moves, type PairSpace, pairSpaceOf } from "./pair-space.js";
import { firstOf, firstVetoes, secondOf, secondVetoes } from "./pair-tally.js";
import { witnessOf } from "./witness.js";

/**
 * A pair of profiles that differ in one question (see `PairSpace`) and whose verdicts differ as wanted, or null: then
 * there is no such pair in the whole space.
 * @throws OutOfReach where the tables would be too large
 */
export function findPair(
  pack: CompiledPack,
  question: CompiledQuestion,
  moves: Moves,
  wanted: (before: Verdict, after: Verdict) => boolean,
): Transition | null {
  const space = pairSpaceOf(pack, question, moves);
  const elimination = eliminate(space, { collectorWithin: (within) => new PairCollector(within) });
  const root = distributionOver(elimination);
  if (root === null) return null;
  const verdictAt = verdictOver(space);
  const nameOf = (verdict: number): Verdict => verdicts[verdict] ?? "undecided";
  const slot = root.need.findIndex((need, i) => {
    const [bound, total, vetoes] = [root.bound[i] ?? 0, root.total[i] ?? 0, root.vetoes[i] ?? 0];
    const before = verdictAt(firstOf(need), firstOf(bound), firstOf(total), firstVetoes(vetoes));
    const after = verdictAt(secondOf(need), secondOf(bound), secondOf(total), secondVetoes(vetoes));
    return before !== after && wanted(nameOf(before), nameOf(after));
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
