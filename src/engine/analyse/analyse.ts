import { OutOfReach, withinReach } from "../count/cells.js";
import type { Analysis } from "../model/analysis.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import { score } from "../score/score.js";
import { alternativesOf } from "./alternatives.js";
import { outlook } from "./outlook.js";
import { Scenario } from "./scenario.js";
import { stabilityOf } from "./stability.js";
import { concernTippingPointsOf, tippingPointsOf } from "./tipping-points.js";
import { trustOf } from "./trust.js";

/** The analysis, or the questions that are tied together too closely for exact figures. */
export type Analysed =
  | { readonly kind: "analysed"; readonly analysis: Analysis }
  | { readonly kind: "out-of-reach"; readonly questions: readonly CompiledQuestion[] };

/** `analyse`, returning an `OutOfReach` as data instead of throwing it. */
export function tryAnalyse(pack: CompiledPack, profile: Profile, scored?: Score): Analysed {
  try {
    return { kind: "analysed", analysis: analyse(pack, profile, scored) };
  } catch (error) {
    if (error instanceof OutOfReach) return { kind: "out-of-reach", questions: error.questions };
    throw error;
  }
}

/** `outlook`, or null if it is out of reach. */
export function tryOutlook(pack: CompiledPack, profile: Profile): Pick<Analysis, "reach" | "open"> | null {
  return withinReach(() => outlook(pack, profile, Scenario.of(pack, profile)));
}

/**
 * How far the verdict on a profile can be trusted, and what would change it. Nothing is sampled.
 * @param scored what `score` finds on the profile
 * @throws OutOfReach if open questions are tied together too closely for exact figures
 */
export function analyse(
  pack: CompiledPack,
  profile: Profile,
  scored: Score = score(pack, profile.possible),
): Analysis {
  const scenario = Scenario.of(pack, profile, scored);
  const stability = stabilityOf(scored);
  const { reach, open } = outlook(pack, profile, scenario);
  const alternatives = alternativesOf(pack, profile, scenario);
  return {
    stability,
    reach,
    tippingPoints: tippingPointsOf(scenario, alternatives),
    concernTippingPoints: concernTippingPointsOf(scenario, alternatives),
    open,
    trust: trustOf(pack, profile, scored, { stability, reach, open }),
  };
}
