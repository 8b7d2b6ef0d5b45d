import type { ReportedContribution } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { glue } from "../inline.js";
import { points } from "../numbers.js";

/** An answer's points for one style, in units of 1/`denominator`. */
export const pointsFor = (style: Style, { live, kept, stateless }: ReportedContribution): number =>
  style === "stateful" ? live + kept : stateless;

/** What kind of state an answer calls for, to follow its name; with points where it is both. */
export function kinds({ live, kept, denominator }: ReportedContribution): string {
  if (kept === 0) return ", live";
  if (live === 0) return ", kept";
  return `, ${points(live, denominator)}${glue}live${glue}+${glue}${points(kept, denominator)}${glue}kept`;
}
