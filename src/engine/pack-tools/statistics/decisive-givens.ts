import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import { isGiven } from "../../model/pack.js";
import type { GivenStatistics, GivenWitness } from "../../model/pack-statistics.js";
import type { Possible } from "../../model/profile.js";
import type { Verdict } from "../../model/verdict.js";
import { score, scoreOf } from "../../score/score.js";
import { changedRules } from "../pairs/changed-rules.js";
import { findChange } from "../pairs/find-change.js";
import { findPair } from "../pairs/find-pair.js";
import { settle } from "../pairs/settle.js";
import type { SampledProfiles } from "./sampled-profiles.js";
import { SearchEffort, termOf } from "./search-effort.js";
import { witnessOf } from "./witness.js";

/** For each given, whether removing it alone would change a verdict. */
export function decisiveGivens(pack: CompiledPack, samples: SampledProfiles): readonly GivenStatistics[] {
  const givens = pack.rules.filter(({ entry }) => isGiven(entry));
  const effort = new SearchEffort(samples, givens.length);
  return givens.map((given) => ({
    given: given.entry.id,
    decides: settle(() => {
      const possible = sampledProfile(given, given.condition, effort) ?? exactProfile(pack, given, effort);
      return possible === null ? null : givenWitness(pack, given, possible);
    }),
  }));
}

/** Looks among sampled profiles on which one of these terms holds. */
function sampledProfile(
  given: CompiledRule,
  terms: CompiledCondition,
  effort: SearchEffort,
): Possible | null {
  for (const profile of effort.profiles())
    for (const term of terms) {
      const changed = effort.samples.changed(profile, term);
      if (changed === null) continue;
      const without = scoreOf(changed.fired.filter((rule) => rule !== given));
      if (without.verdict !== changed.verdict) return changed.possible;
    }
  return null;
}

/** Only profiles on which it fires need a search: term by term. */
function exactProfile(pack: CompiledPack, given: CompiledRule, effort: SearchEffort): Possible | null {
  const work = effort.work(pack);
  const without = pack.rules.filter((rule) => rule !== given);
  for (const term of given.condition) {
    const space = changedRules(pack, pack.rules, without, term);
    const change = findChange(space, isOther, work);
    if (change === null) continue;
    const found =
      sampledProfile(given, [termOf(pack.variables, change.before)], effort) ??
      findPair(space, isOther, work)?.before;
    if (found !== undefined) return found;
  }
  return null;
}

function isOther(before: Verdict, after: Verdict): boolean {
  return before !== after;
}

function givenWitness(pack: CompiledPack, given: CompiledRule, possible: Possible): GivenWitness {
  const without = { ...pack, rules: pack.rules.filter((rule) => rule !== given) };
  return { ...witnessOf(pack, possible), without: score(without, possible).verdict };
}
