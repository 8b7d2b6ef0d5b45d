import { type Analysed, tryAnalyse } from "../analyse/analyse.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";

/** How many analyses of a pack are kept, the latest ones: as many as a file can have surfaces. */
const keptLimit = 1000;

const known = new WeakMap<CompiledPack, Map<string, Analysed>>();

/** `tryAnalyse`, done once for surfaces that are answered alike: it takes far longer than all else about them. */
export function analysisOf(pack: CompiledPack, profile: Profile, scored?: Score): Analysed {
  const kept = known.get(pack) ?? new Map<string, Analysed>();
  known.set(pack, kept);
  const key = `${profile.possible.join()} ${profile.standing.join()}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const fresh = tryAnalyse(pack, profile, scored);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= keptLimit) kept.delete(oldest);
  kept.set(key, fresh);
  return fresh;
}
