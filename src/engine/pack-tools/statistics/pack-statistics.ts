import { OutOfReach } from "../../count/cells.js";
import { profileWith, verdictCounts } from "../../count/whole-space.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { PackStatistics, Witness } from "../../model/pack-statistics.js";
import type { Possible } from "../../model/profile.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { decisiveGivens } from "./decisive-givens.js";
import { firingOf, profileCount } from "./firing.js";
import { directionStatistics, questionStatistics } from "./question-effects.js";
import { SampledProfiles } from "./sampled-profiles.js";
import { witnessOf } from "./witness.js";

/** The number of profiles looked at for a witness before the whole space is searched. */
const sampleSize = 400;

/**
 * Facts about the whole answer space of a pack, each finding with a witness. Exact: verdicts and firings are counted,
 * and what never happens is excluded by a search of the whole space. A look at some profiles comes first only because a
 * witness, once found, needs no search; it changes which witness is shown, and nothing else. What takes too much work
 * is said to be unknown.
 * @param sampled the number of profiles to look at first
 */
export function packStatistics(pack: CompiledPack, sampled: number = sampleSize): PackStatistics {
  const samples = new SampledProfiles(pack, sampled);
  const profiles = profileCount(pack);
  return {
    profiles,
    ...verdictStatistics(pack, samples),
    firing: firingOf(pack, samples, profiles),
    givens: decisiveGivens(pack, samples),
    questions: questionStatistics(pack, samples),
    directions: directionStatistics(pack, samples),
  };
}

function verdictStatistics(
  pack: CompiledPack,
  samples: SampledProfiles,
): Pick<PackStatistics, "verdicts" | "examples" | "outOfReach"> {
  const example = (verdict: Verdict): Possible | null =>
    samples.profiles.find((each) => each.verdict === verdict)?.possible ?? profileWith(pack, verdict);
  try {
    const counts = verdictCounts(pack);
    const examples = verdicts.flatMap((verdict): readonly Witness[] => {
      const possible = counts[verdict] === 0n ? null : example(verdict);
      return possible === null ? [] : [witnessOf(pack, possible)];
    });
    return { verdicts: counts, examples, outOfReach: null };
  } catch (error) {
    if (!(error instanceof OutOfReach)) throw error;
    const questions = error.questions.map(({ id }) => id);
    return { verdicts: null, examples: [], outOfReach: { questions, cells: error.cells } };
  }
}
