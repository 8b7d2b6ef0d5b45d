import { basisDigest, basisOf } from "../advise/basis.js";
import { visibleText } from "../diagnostics/plain-text.js";
import { errorIn, failed, type Outcome, ok, type Problem } from "../diagnostics/problem.js";
import type { Decision, RecordedDecision, Surface } from "../model/answers.js";
import type { Pack } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";

/** The number of the decision model, which a decision records. */
export const modelNow = 2;

/** What a team decides; null for parts left out. */
export type DecisionRequest = Pick<Decision, "style" | "because" | "until" | "reviewBy" | "by">;

/**
 * The record of a decision on a surface's current answers. Reason and owner, if not given, are taken from an earlier
 * decision for the same style, and so is a day of review that is still ahead: one that is past has been met by deciding
 * again. Refused: a deviation without a reason and a last day, a day that is past, and a last day without a deviation.
 * While the verdict is undecided there is nothing to deviate from.
 * @param pack identity of the pack that recommended
 * @param today YYYY-MM-DD
 */
export function decide(
  surface: Surface,
  { verdict }: Pick<Recommendation, "verdict">,
  pack: string,
  request: DecisionRequest,
  today: string,
): Outcome<Omit<RecordedDecision, "at">> {
  const { style, until, reviewBy } = request;
  const before = surface.decision?.style === style ? surface.decision : null;
  const because = trimmed(request.because) ?? before?.because ?? null;
  const by = trimmed(request.by) ?? before?.by ?? null;
  const problems: Problem[] = [];
  const deviates = verdict !== "undecided" && verdict !== style;
  const missing = [...(because === null ? ["--because"] : []), ...(until === null ? ["--until"] : [])];
  if (deviates && missing.length > 0)
    problems.push(errorIn("decide", { code: "unexplained-deviation", style, verdict, missing }));
  for (const [option, day] of [["--until", until] as const, ["--review-by", reviewBy] as const])
    if (day !== null && day < today) problems.push(errorIn(option, { code: "day-passed", day, today }));
  if (until !== null && verdict === style)
    problems.push(errorIn("--until", { code: "until-without-deviation", style }));
  if (problems.length > 0) return failed(problems);
  const basis = basisOf(surface.answers);
  return ok({
    style,
    because,
    until,
    reviewBy: reviewBy ?? unlessPast(before?.reviewBy ?? null, today),
    by,
    answers: basisDigest(basis),
    basis,
    pack,
    model: modelNow,
  });
}

function unlessPast(day: string | null, today: string): string | null {
  return day === null || day < today ? null : day;
}

/** The trimmed text; null if there is nothing to read in it. */
const trimmed = (text: string | null): string | null =>
  text === null || visibleText(text) === "" ? null : text.trim();

/** A rule pack in one line, as a decision records it: `name@version sha256-…`. */
export function packIdentity({ name, version }: Pick<Pack, "name" | "version">, digest: string): string {
  return `${name}@${version} ${digest}`;
}
