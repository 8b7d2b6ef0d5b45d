import type { Analysis, Boundary, Reach } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { verdicts } from "../../model/verdict.js";
import { glue } from "../inline.js";
import { count, percentage, plural, radius, radiusPercent } from "../numbers.js";

/** Why there is no analysis. */
export function notAnalysed({ outOfReach }: Recommendation): string {
  if (outOfReach.length === 0) return "Not analysed.";
  return `Out of reach: exact figures would need tables too large to build, as the rule pack ties these open questions together too closely: ${outOfReach.join(", ")}. Answering some of them brings the figures within reach.`;
}

/** Why the grade is what it is, from the same figures; starts in lower case. */
export function gradeReason(
  { open, settings, verdict }: Recommendation,
  { grade, stability, reach }: Analysis,
): string {
  if (grade === "firm")
    return "no open question can change the verdict, and the weights may be far off before it changes.";
  const least = stability.radius ?? 1;
  const overturning = open.filter(({ overturns }) => overturns).length;
  const settled = reach[verdict] === allWays(reach);
  const grounds = [
    ...(overturning > 0 ? [`${plural(overturning, "open question")} can overturn it alone`] : []),
    ...(overturning === 0 && !settled ? ["open questions can change it together"] : []),
    ...(least < settings.fragileRadius ? ["a small error in the weights can overturn it"] : []),
    ...(least >= settings.fragileRadius && least < settings.firmRadius
      ? ["the verdict withstands some error in the weights, but not much"]
      : []),
  ];
  return `${grounds.join("; ")}.`;
}

/** All ways of answering the open questions. */
export const allWays = (reach: Reach): bigint => verdicts.reduce((sum, each) => sum + reach[each], 0n);

const boundaryNames: Readonly<Record<Boundary, string>> = {
  need: "the need boundary",
  bound: "the bound boundary",
  both: "both boundaries at once",
};

/** The effect of errors in the weights: the stability radius in words. */
export function weights(from: Recommendation, analysis: Analysis): string {
  const { radius: share } = analysis.stability;
  const words = margin(from, analysis);
  if (from.verdict === "undecided" || share === null) return words;
  return `Stability radius r${glue}=${glue}${radius(share)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** The stability radius as a figure of a table; a dash if there is none. */
export function radiusFigure({ analysis, verdict }: Pick<Recommendation, "analysis" | "verdict">): string {
  const share = analysis?.stability.radius ?? null;
  return share === null || verdict === "undecided" ? "–" : radius(share);
}

/** The same without the figure, for use beside it. */
export function margin({ settings, verdict }: Recommendation, { stability }: Analysis): string {
  if (verdict === "undecided") return "No verdict that other weights could change.";
  if (stability.radius === null) return `No error below 100${glue}% in the weights changes the verdict.`;
  const { radius: share, boundary, verdict: next } = stability;
  const across = boundary === null ? "" : ` across ${boundaryNames[boundary]}`;
  const turns = `${next === null ? "changes" : `turns ${next}`}${across}`;
  const percent = radiusPercent(share);
  const limits = `firm from ${settings.firmRadius}, fragile below ${settings.fragileRadius}`;
  return percent === 0
    ? `An error of 1${glue}% in each weight is enough for a verdict that ${turns} (${limits}).`
    : `Each weight may be off by less than ${percent}${glue}%, independently of the others, before the verdict ${turns} (${limits}).`;
}

/** The effect of the open questions: reach, counted. */
export function answers({ open, verdict }: Recommendation, reach: Reach): string {
  if (open.length === 0) return "No question is open.";
  const total = allWays(reach);
  const questions = plural(open.length, "open question");
  const reached = verdicts.filter((each) => reach[each] > 0n).sort((a, b) => compare(reach[b], reach[a]));
  const [first = verdict] = reached;
  if (reached.length === 1) {
    const all = `All ${count(total)} ways of answering the ${questions} end in ${first}`;
    return first === verdict ? `${all}.` : `${all}, which the answers so far do not show yet.`;
  }
  const ends = reached.map((each) => `${each} in ${percentage(reach[each], total)}`);
  return `Of ${count(total)} ways of answering the ${questions}: ${ends.join(", ")} (ways counted, not probabilities).`;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
