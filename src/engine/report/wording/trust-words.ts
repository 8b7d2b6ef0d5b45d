import type { Analysis, GradeCap, Reach, Trust } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { verdicts } from "../../model/verdict.js";
import { glue } from "../inline.js";
import { count, percentage, plural, radius, radiusPercent } from "../numbers.js";
import { questionOf } from "../selection.js";
import { sumsOf } from "./concern-words.js";
import { listed } from "./phrases.js";

/** Why there is no analysis. */
export function notAnalysed({ outOfReach }: Recommendation): string {
  if (outOfReach.length === 0) return "Not analysed.";
  return `Out of reach: exact figures would need tables too large to build, as the rule pack ties these open questions together too closely: ${outOfReach.join(", ")}. Answering some of them brings the figures within reach.`;
}

/** The grade; null while undecided, or without analysis. */
export const gradeOf = ({ analysis }: Pick<Recommendation, "analysis">) => analysis?.trust?.grade ?? null;

/** Why the grade is what it is, as a sentence that starts in lower case; empty without one. */
export function gradeReason(from: Recommendation, { trust, stability }: Analysis): string {
  if (trust === null) return "";
  const grounds = [
    ...(trust.answers === "settled" ? [] : [answersGround(from, trust)]),
    ...(trust.weights === "thin" ? [`a deciding sum is below 2 points (${deciding(from, stability)})`] : []),
    ...(trust.weights === "tight" ? ["a small error in the weights can overturn it"] : []),
    ...(trust.weights === "moderate" ? ["it withstands some error in the weights, but not much"] : []),
    ...trust.caps.map((cap) => capWords[cap]),
  ];
  if (grounds.length > 0) return `${grounds.join("; ")}.`;
  const decided =
    trust.weights === "givens" ? "requirements alone decide" : "the weights may be far off before it changes";
  return from.open.length === 0
    ? `no question is open, and ${decided}.`
    : `no open question can change the verdict, and ${decided}.`;
}

const capWords: Readonly<Record<GradeCap, string>> = {
  clash: "some answers do not fit each other, which keeps the grade at fair at most",
  "few-essentials":
    "fewer than half of the essential questions are known, which keeps the grade at fair at most",
};

const mostNamed = 3;

/** Names the open questions that count against the answers: those without a harmless option if there are any. */
function answersGround(from: Recommendation, trust: Trust): string {
  const alone = overturning(from);
  if (alone.length === 0) return "no single open question can change it, but several together can";
  if (trust.answers === "assumed")
    return `it rests on the ${alone.length === 1 ? "answer" : "answers"} assumed for ${firstOf(alone)}`;
  const unassumed = alone.filter((question) => questionOf(from, question).harmless === null);
  return `${unassumed.length === 1 ? "an answer" : "answers"} to ${firstOf(unassumed)} can overturn it`;
}

const overturning = ({ open }: Recommendation): readonly string[] =>
  open.filter(({ overturns }) => overturns).map(({ question }) => question);

function firstOf(names: readonly string[]): string {
  const left = names.length - mostNamed;
  return left <= 0 ? listed(names) : `${names.slice(0, mostNamed).join(", ")} and ${left} more`;
}

/** The sums that decide by the least margin: "workflow, need: 1 for, 0 against". */
function deciding(from: Recommendation, { at }: Analysis["stability"]): string {
  if (at === null) return "no points weigh";
  const sums = sumsOf(from, at.concern, at.form);
  return `${at.concern}, ${at.form}: ${sums.for} for, ${sums.against} against`;
}

/** All ways of answering the open questions. */
export const allWays = (reach: Reach): bigint => verdicts.reduce((sum, each) => sum + reach[each], 0n);

const weightsWords: Readonly<Record<Trust["weights"], string>> = {
  givens: "Givens: requirements alone decide.",
  robust: "Robust.",
  moderate: "Moderate.",
  tight: "Tight.",
  thin: "Thin: a deciding sum is below 2 points.",
};

/** The word for the weights, and the effect of errors in them: the stability radius with the sums that give it. */
export function weights(from: Recommendation, analysis: Analysis): string {
  const { trust, stability } = analysis;
  if (trust === null) return margin(from, analysis);
  const radiusWords = stability.radius === null ? "" : ` ${radiusFormula(from, analysis)}.`;
  const more = trust.weights === "givens" ? "" : ` ${margin(from, analysis)}`;
  return `${weightsWords[trust.weights]}${more}${radiusWords}`;
}

/** "Stability radius r = |A − B| / (A + B) = |3 − 1| / (3 + 1) = 0.50 (workflow, need)". */
function radiusFormula(from: Recommendation, { stability: { radius: share, at } }: Analysis): string {
  if (share === null) return "";
  const figure = `Stability radius r${glue}=${glue}`;
  if (at === null) return `${figure}${radius(share)}`;
  const sums = sumsOf(from, at.concern, at.form);
  const [a, b]: readonly [string, string] = at.form === "need" ? ["A", "B"] : ["P", "Q"];
  const formula = (x: string | number, y: string | number): string =>
    `|${x}${glue}−${glue}${y}|${glue}/${glue}(${x}${glue}+${glue}${y})`;
  return `${figure}${formula(a, b)} = ${formula(sums.for, sums.against)} = ${radius(share)} (${at.concern}, ${at.form})`;
}

/** The stability radius as a figure of a table; a dash if there is none. */
export function radiusFigure({ analysis, verdict }: Pick<Recommendation, "analysis" | "verdict">): string {
  const share = analysis?.stability.radius ?? null;
  return share === null || verdict === "undecided" ? "–" : radius(share);
}

/** The radius in words, without the figure, for use beside it. */
export function margin({ settings, verdict }: Recommendation, { stability }: Analysis): string {
  if (verdict === "undecided") return "There is no verdict yet that they could change.";
  if (stability.radius === null) return "No error in the weights changes the verdict.";
  const { radius: share, verdict: next } = stability;
  const turns = next === null ? "changes" : `turns ${next}`;
  const percent = radiusPercent(share);
  const limits = `robust from ${settings.robustRadius}, tight below ${settings.tightRadius}`;
  if (share >= 1)
    return `The points that decide are all on one side, so no error below 100${glue}% changes the verdict.`;
  return percent === 0
    ? `An error of 1${glue}% in each weight is enough: the verdict ${turns} (${limits}).`
    : `Each weight may be off by less than ${percent}${glue}%, independently of the others, before the verdict ${turns} (${limits}).`;
}

function answersWord(from: Recommendation, trust: Trust): string {
  switch (trust.answers) {
    case "settled":
      return "Settled: no open question can change the verdict.";
    case "assumed":
      return overturning(from).length === 0
        ? "Assumed: no open question can change the verdict alone, but several together can."
        : "Assumed: of the open questions, only those with an assumed answer can change the verdict alone.";
    case "open":
      return "Open: an open question can change the verdict alone.";
    default:
      return trust.answers satisfies never;
  }
}

/** The word for the answers, and the effect of the open questions: reach, counted. */
export function answers(from: Recommendation, { trust, reach }: Analysis): string {
  const word = trust === null || from.open.length === 0 ? "" : `${answersWord(from, trust)} `;
  return `${word}${reachWords(from, reach)}`;
}

function reachWords({ open, verdict }: Recommendation, reach: Reach): string {
  if (open.length === 0) return "No question is open.";
  const total = allWays(reach);
  const questions = open.length === 1 ? "open question" : plural(open.length, "open question");
  const reached = verdicts.filter((each) => reach[each] > 0n).sort((a, b) => compare(reach[b], reach[a]));
  const [first = verdict] = reached;
  if (reached.length === 1) {
    const ways = total === 1n ? "The one way" : total === 2n ? "Both ways" : `All ${count(total)} ways`;
    const all = `${ways} of answering the ${questions} ${total === 1n ? "ends" : "end"} in ${first}`;
    return first === verdict ? `${all}.` : `${all}, which the answers so far do not show yet.`;
  }
  const ends = reached.map((each) => `${each} in ${percentage(reach[each], total)}`);
  return `Of ${count(total)} ways of answering the ${questions}: ${ends.join(", ")} (ways counted, not probabilities).`;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
