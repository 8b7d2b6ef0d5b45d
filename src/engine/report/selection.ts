import type { Decision } from "../model/answers.js";
import type { Guidance, Question, Tradeoff } from "../model/pack.js";
import type { Recommendation, Report } from "../model/recommendation.js";
import type { DecidedVerdict } from "../model/verdict.js";
import type { ReportStyle } from "./report-style.js";

/** The recorded decision, otherwise the verdict; null if there is neither. */
export function chosenOf({ decision, verdict }: Recommendation): DecidedVerdict | null {
  return decision?.style ?? (verdict === "undecided" ? null : verdict);
}

/** The decision, if it differs from the recommended option. */
export function deviationOf({ decision, verdict }: Recommendation): Decision | null {
  return verdict === "undecided" || decision?.style === verdict ? null : decision;
}

/** The tradeoffs selected for the verdict that an option has; a hybrid has those of both styles. */
export function tradeoffsOf(
  { tradeoffs, verdict }: Recommendation,
  option: DecidedVerdict | null,
): readonly Tradeoff[] {
  return tradeoffs.filter(
    (each) =>
      (option === "hybrid" || each.style === null || each.style === option) &&
      (option === verdict || holdsAnywhere(each)),
  );
}

/** The guidance selected for the verdict that holds for an option. */
export function guidanceOf(
  { guidance, verdict }: Recommendation,
  option: DecidedVerdict | null,
): readonly Guidance[] {
  if (option === verdict) return guidance;
  return guidance.filter(
    (each) =>
      holdsAnywhere(each) && (each.verdict === null || (option !== null && each.verdict.includes(option))),
  );
}

/** Where the state of another option than the recommended one lives is not known. */
const holdsAnywhere = ({ places }: Pick<Tradeoff | Guidance, "places">): boolean => places === null;

/** The decision against the recommendation that a review has to confirm; a lapsed one has to be made again first. */
export const currentDeviation = (from: Recommendation): Decision | null =>
  from.lapse === null ? deviationOf(from) : null;

/** The subject of the review: the decision unless it has lapsed, otherwise the verdict. */
export const toBeBuilt = (from: Recommendation): DecidedVerdict | null =>
  chosenOf(from.lapse === null ? from : { ...from, decision: null });

export const surfacesOf = ({ services }: Report): readonly Recommendation[] =>
  services.flatMap(({ surfaces }) => surfaces);

/** The first entries of a list; in full detail, all of them. */
export function shown<Entry>(
  style: Pick<ReportStyle, "detail">,
  entries: readonly Entry[],
  most: number,
): readonly Entry[] {
  return style.detail === "full" ? entries : entries.slice(0, most);
}

/** A question that an entry of the recommendation names; it has all of them. */
export function questionOf({ questions }: Pick<Recommendation, "questions">, id: string): Question {
  const question = questions.get(id);
  if (question === undefined) throw new Error(`the recommendation lacks the question ${id}`);
  return question;
}
