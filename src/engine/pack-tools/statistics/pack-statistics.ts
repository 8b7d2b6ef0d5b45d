import { OutOfReach } from "../../count/cells.js";
import { distributionOver, eliminate } from "../../count/eliminate.js";
import { openSpaceOf } from "../../count/open-space.js";
import { possibleAt, traceOf } from "../../count/trace.js";
import { reachOf, verdictsOf } from "../../count/verdict-counts.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { OutOfReachStatistics, PackStatistics, Witness } from "../../model/pack-statistics.js";
import type { Possible } from "../../model/profile.js";
import { verdicts } from "../../model/verdict.js";
import { profileOf } from "../../score/fill-implied.js";
import { decisiveVetoes } from "./decisive-vetoes.js";
import { firingOf, profileCount } from "./firing.js";
import { profileWalk } from "./profile-walk.js";
import { directionStatistics, questionStatistics } from "./question-effects.js";
import { witnessOf } from "./witness.js";

/** The number of profiles tried for a witness before the whole space is searched. */
const sampleSize = 2000;

/**
 * Facts about the whole answer space of a pack, each finding with a witness. Exact: verdicts and firings are counted,
 * and what never happens is excluded by a search of the whole space, both by eliminating variables. A walk over some
 * profiles comes first only because a witness, once found, needs no search; it changes which witness is shown, and
 * nothing else.
 * @param sampled how many profiles to walk over
 */
export function packStatistics(pack: CompiledPack, sampled: number = sampleSize): PackStatistics {
  const samples = [...take(profileWalk(pack), sampled)];
  return {
    profiles: profileCount(pack),
    ...verdictStatistics(pack),
    firing: firingOf(pack),
    vetoes: decisiveVetoes(pack, samples),
    questions: questionStatistics(pack, samples),
    directions: directionStatistics(pack, samples),
  };
}

function verdictStatistics(pack: CompiledPack): Pick<PackStatistics, "verdicts" | "examples" | "outOfReach"> {
  try {
    const space = openSpaceOf(pack, profileOf(pack, new Map()));
    const elimination = eliminate(space);
    const root = distributionOver(elimination);
    if (root === null)
      throw new Error("a pack without profiles: implications form no cycle, so there is always one");
    const found = verdictsOf(space, root);
    const examples = verdicts.flatMap((verdict): readonly Witness[] => {
      const slot = found.indexOf(verdict);
      if (slot < 0) return [];
      return [witnessOf(pack, possibleAt(pack, space, traceOf(elimination.circuit, root, slot)))];
    });
    return { verdicts: reachOf(space, elimination.circuit, root), examples, outOfReach: null };
  } catch (error) {
    if (!(error instanceof OutOfReach)) throw error;
    const outOfReach: OutOfReachStatistics = {
      questions: error.questions.map(({ id }) => id),
      cells: error.cells,
    };
    return { verdicts: null, examples: [], outOfReach };
  }
}

function* take(walk: Iterable<Possible>, count: number): Iterable<Possible> {
  let taken = 0;
  for (const possible of walk) {
    if (taken === count) return;
    taken += 1;
    yield possible;
  }
}
