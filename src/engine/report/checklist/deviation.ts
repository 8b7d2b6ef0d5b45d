import type { Decision } from "../../model/answers.js";
import type { Recommendation } from "../../model/recommendation.js";
import { chosenOf, deviationOf, type Option } from "../chosen.js";

/** The decision against the recommendation that a review has to confirm; a lapsed one has to be taken anew first. */
export const standingDeviation = (from: Recommendation): Decision | null =>
  from.lapse === null ? deviationOf(from) : null;

/** What the review is about: the decision as long as it stands, else the verdict. */
export const toBeBuilt = (from: Recommendation): Option | null =>
  chosenOf(from.lapse === null ? from : { ...from, decision: null });
