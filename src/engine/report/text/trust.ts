import type { Analysis, Boundary, Reach } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { verdicts } from "../../model/verdict.js";
import { as, glue } from "../inline.js";
import { block } from "../layout.js";
import { count, percentage, plural, radius, radiusPercent } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { gradeRoles } from "../words.js";
import { spaced } from "./entries.js";

const hang = 11;

/** The grade in words, with the figures that it is drawn from. */
export function trust(from: Recommendation, style: ReportStyle): readonly string[] {
  const { analysis } = from;
  if (analysis === null) return block(style, ["Not analysed."]);
  const labelled = (label: string, text: string): readonly string[] =>
    block(style, [text], { mark: [as("bold", label)], hang });
  return spaced([
    gradeLines(from, analysis, style),
    [...labelled("Weights", weights(from, analysis)), ...labelled("Answers", answers(from, analysis.reach))],
  ]);
}

function gradeLines(from: Recommendation, analysis: Analysis, style: ReportStyle): readonly string[] {
  const { grade } = analysis;
  if (grade === null) return [];
  const word = `${grade[0]?.toUpperCase()}${grade.slice(1)}: `;
  return block(style, [as(gradeRoles[grade], word), gradeReason(from, analysis)]);
}

function gradeReason({ open, settings }: Recommendation, { grade, stability, reach }: Analysis): string {
  const least = stability.radius ?? 1;
  const overturning = open.filter(({ overturns }) => overturns).length;
  const settled = verdicts.filter((verdict) => reach[verdict] > 0n).length === 1;
  if (grade === "firm") return "no open question can change the verdict, and the weights may be well off before it changes.";
  const grounds = [
    ...(overturning > 0 ? [`${plural(overturning, "open question")} can overturn it alone`] : []),
    ...(overturning === 0 && !settled ? ["open questions can change it together"] : []),
    ...(least < settings.fragileRadius ? ["a small error in the weights can overturn it"] : []),
    ...(least >= settings.fragileRadius && least < settings.firmRadius ? ["the weights bear some error, but not much"] : []),
  ];
  return `${grounds.join("; ")}.`;
}

const boundaryNames: Readonly<Record<Boundary, string>> = {
  need: "the need boundary",
  bound: "the bound boundary",
  both: "both boundaries at once",
};

function weights({ settings, verdict }: Recommendation, { stability }: Analysis): string {
  if (verdict === "undecided") return "no verdict that other weights could change.";
  if (stability.radius === null) return `no error short of 100${glue}% of each weight changes the verdict.`;
  const { radius: share, boundary, verdict: next } = stability;
  const across = boundary === null ? "" : ` across ${boundaryNames[boundary]}`;
  const turns = `${next === null ? "changes" : `turns ${next}`}${across}`;
  const percent = radiusPercent(share);
  const margin =
    percent === 0
      ? `an error of 1${glue}% in each weight is enough for a verdict that ${turns}`
      : `every weight may be off by less than ${percent}${glue}% of itself, each on its own, before the verdict ${turns}`;
  const limits = `firm from ${settings.firmRadius}, fragile below ${settings.fragileRadius}`;
  return `stability radius r${glue}=${glue}${radius(share)}: ${margin} (${limits}).`;
}

function answers({ open, verdict }: Recommendation, reach: Reach): string {
  if (open.length === 0) return "no question is open.";
  const total = verdicts.reduce((sum, each) => sum + reach[each], 0n);
  const questions = plural(open.length, "open question");
  if (reach[verdict] === total) {
    return `all ${count(total)} ways of answering the ${questions} end in ${verdict}.`;
  }
  const ends = verdicts
    .filter((each) => reach[each] > 0n)
    .sort((a, b) => (reach[a] < reach[b] ? 1 : reach[a] > reach[b] ? -1 : 0))
    .map((each) => `${each} in ${percentage(reach[each], total)}`);
  return `of ${count(total)} ways of answering the ${questions}: ${ends.join(", ")} (ways counted, not chances).`;
}
