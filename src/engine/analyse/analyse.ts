import type { Analysis, OpenQuestion } from "../model/analysis.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import { evaluationOf } from "../score/evaluate.js";
import { score } from "../score/score.js";
import { distributionOver, eliminate } from "./eliminate.js";
import { gradeOf } from "./grade.js";
import { marginalsOf } from "./marginals.js";
import { openSpaceOf } from "./open-space.js";
import { OutOfReach, withinReach } from "./out-of-reach.js";
import { overturns } from "./overturns.js";
import { stabilityOf } from "./stability.js";
import { tippingPointsOf } from "./tipping-points.js";
import { firedEntries, Trial } from "./trial.js";
import { valueOfInformation } from "./value-of-information.js";
import { reachOf } from "./verdict-counts.js";

/** The analysis, or the indices of the questions that are tied together too closely for exact figures. */
export type Analysed =
  | { readonly kind: "analysed"; readonly analysis: Analysis }
  | { readonly kind: "out-of-reach"; readonly questions: readonly number[] };

/** `analyse`, with what is out of reach as data. */
export function tryAnalyse(pack: CompiledPack, profile: Profile, scored?: Score): Analysed {
  try {
    return { kind: "analysed", analysis: analyse(pack, profile, scored) };
  } catch (error) {
    if (error instanceof OutOfReach) return { kind: "out-of-reach", questions: error.questions };
    throw error;
  }
}

/** `outlook`, or null where it is out of reach. */
export function tryOutlook(pack: CompiledPack, profile: Profile): Pick<Analysis, "reach" | "open"> | null {
  return withinReach(() => outlook(pack, profile));
}

/**
 * How far the verdict on a profile can be trusted, and what would change it. Nothing is sampled.
 * @param scored what `score` finds on the profile
 * @throws OutOfReach where open questions are tied together too closely for exact figures
 */
export function analyse(
  pack: CompiledPack,
  profile: Profile,
  scored: Score = score(pack, profile.possible),
): Analysis {
  const evaluation = evaluationOf(scored);
  const trial = new Trial(pack, profile, firedEntries(scored, pack));
  const stability = stabilityOf(pack.forms, evaluation);
  const { reach, open } = outlook(pack, profile, trial);
  const tippingPoints = tippingPointsOf(pack, profile, trial);
  const grade = gradeOf(evaluation.verdict, pack.pack.settings, stability, reach, open);
  return { stability, reach, tippingPoints, open, grade };
}

/** What the open questions can still lead to, and what each of them is worth: the part that steers an interview. */
function outlook(
  pack: CompiledPack,
  profile: Profile,
  trial: Trial = new Trial(pack, profile),
): Pick<Analysis, "reach" | "open"> {
  const space = openSpaceOf(pack, profile);
  const elimination = eliminate(space);
  const root = distributionOver(elimination);
  if (root === null)
    throw new Error("a profile without completions: implications form no cycle, so there is always one");
  const reach = reachOf(space, elimination.circuit, root);
  const marginals = marginalsOf(space, elimination.circuit, root);
  const open = pack.questions
    .filter(({ index }) => profile.standing[index] === "open" || profile.standing[index] === "unsure")
    .map(
      ({ index, question }): OpenQuestion => ({
        question: question.id,
        valueOfInformation: valueOfInformation(space, marginals, index),
        overturns: overturns(pack, trial, index),
      }),
    )
    .sort((a, b) => b.valueOfInformation - a.valueOfInformation);
  return { reach, open };
}
