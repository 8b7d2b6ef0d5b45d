import { withinReach } from "../../count/cells.js";
import { countProfiles, profilesWhere, profileWhere } from "../../count/whole-space.js";
import {
  type CompiledCondition,
  type CompiledQuestion,
  questionsIn,
} from "../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import { oncePer } from "../../model/once-per.js";
import type { FiringStatistics, Witness } from "../../model/pack-statistics.js";
import type { SampledProfiles, ScoredProfile } from "./sampled-profiles.js";
import { witnessOf } from "./witness.js";

/**
 * In how many profiles each rule fires, with one on which it does and one on which it does not. Null and no profiles if
 * its condition ties too much together on its own.
 */
export function firingOf(
  pack: CompiledPack,
  samples: SampledProfiles,
  profiles: bigint | null,
): readonly FiringStatistics[] {
  return pack.rules.map((rule) => ({
    kind: rule.entry.kind,
    id: rule.entry.id,
    ...(withinReach(() => firingOfRule(pack, samples, rule, profiles)) ?? {
      profiles: null,
      fires: null,
      rests: null,
    }),
  }));
}

/** The number of profiles; null if implications tie too much together. */
export function profileCount(pack: CompiledPack): bigint | null {
  return withinReach(() => countProfiles(pack));
}

function firingOfRule(
  pack: CompiledPack,
  samples: SampledProfiles,
  rule: CompiledRule,
  all: bigint | null,
): Pick<FiringStatistics, "profiles" | "fires" | "rests"> {
  const profiles = untiedCount(pack, rule.condition, all) ?? profilesWhere(pack, rule.condition);
  return {
    profiles,
    fires: profiles === 0n ? null : exampleOf(pack, rule, sampleFiring(samples, rule), true),
    rests: profiles === all ? null : exampleOf(pack, rule, sampleResting(samples, rule), false),
  };
}

/**
 * The number of profiles on which a single term holds, if it names only questions that no implication ties to others:
 * all states of these are then equally frequent. Null for any other condition.
 */
function untiedCount(
  pack: CompiledPack,
  [term, ...others]: CompiledCondition,
  all: bigint | null,
): bigint | null {
  if (term === undefined || others.length > 0 || all === null) return null;
  const tied = tiedQuestions(pack);
  if (term.some(({ variable }) => tied.has(variable.question))) return null;
  return term.reduce((count, { variable, mask }) => {
    const allowed = variable.states.filter((_, state) => (mask & (2 ** state)) !== 0).length;
    return (count * BigInt(allowed)) / BigInt(variable.states.length);
  }, all);
}

/** The questions that have implications or are named by some. */
const tiedQuestions = oncePer(
  ({ questions }: CompiledPack): ReadonlySet<CompiledQuestion> =>
    new Set(
      questions.flatMap((question) =>
        question.implied.length === 0
          ? []
          : [question, ...question.implied.flatMap(({ condition }) => questionsIn(condition))],
      ),
    ),
);

function exampleOf(
  pack: CompiledPack,
  { condition }: CompiledRule,
  sampled: ScoredProfile | null,
  fires: boolean,
): Witness | null {
  if (sampled !== null) return witnessOf(pack, sampled.possible, sampled.verdict);
  const possible = profileWhere(pack, condition, fires);
  return possible === null ? null : witnessOf(pack, possible);
}

function sampleFiring(samples: SampledProfiles, { condition }: CompiledRule): ScoredProfile | null {
  for (const profile of samples.profiles.slice(0, tried))
    for (const term of condition) {
      const changed = samples.changed(profile, term);
      if (changed !== null) return changed;
    }
  return null;
}

function sampleResting(samples: SampledProfiles, rule: CompiledRule): ScoredProfile | null {
  return samples.profiles.find(({ fired }) => !fired.includes(rule)) ?? null;
}

/** Almost any profile shows that a rule can fire. */
const tried = 20;
