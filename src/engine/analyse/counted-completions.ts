import { distributionOver, eliminate } from "../count/eliminate.js";
import { marginalsOf } from "../count/marginals.js";
import { openSpaceOf } from "../count/open-space.js";
import { reachOf } from "../count/verdict-counts.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import type { Completions } from "./completions.js";
import { valueOfInformation } from "./value-of-information.js";

/**
 * The completions of a profile, counted without listing them.
 * @throws OutOfReach where open questions are tied together too closely for exact figures
 */
export function countCompletions(pack: CompiledPack, profile: Profile): Completions {
  const space = openSpaceOf(pack, profile);
  const elimination = eliminate(space);
  const root = distributionOver(elimination);
  if (root === null)
    throw new Error("a profile without completions: implications form no cycle, so there is always one");
  const marginals = marginalsOf(space, elimination.circuit, root);
  return {
    reach: reachOf(space, elimination.circuit, root),
    informationOf: (question) => valueOfInformation(space, marginals, question),
  };
}
