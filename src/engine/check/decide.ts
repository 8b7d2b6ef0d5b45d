import { basisDigest, basisOf } from "../advise/basis.js";
import { failed, type Outcome, ok, type Problem, type ReviewProblem } from "../diagnostics/problem.js";
import type { Decision, RecordedDecision, Surface } from "../model/answers.js";
import type { Recommendation } from "../model/recommendation.js";

/** What a team decides; what is left out is null. */
export type DecisionRequest = Pick<Decision, "style" | "because" | "until" | "by">;

/**
 * The record of a decision on a surface's answers as they are. A decision for the same style that is recorded already
 * lends its reason and owner where none are given. Refused: a deviation without a reason and a last day, a last day
 * that is past, and one where there is no deviation. While the verdict is undecided there is nothing to deviate from.
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
  const { style, until } = request;
  const before = surface.decision?.style === style ? surface.decision : null;
  const because = spoken(request.because) ?? before?.because ?? null;
  const problems: Problem[] = [];
  const refuse = (file: string, detail: ReviewProblem): void => {
    problems.push({ severity: "error", file, at: null, ...detail });
  };
  const deviates = verdict !== "undecided" && verdict !== style;
  const missing = [...(because === null ? ["--because"] : []), ...(until === null ? ["--until"] : [])];
  if (deviates && missing.length > 0)
    refuse("decide", { code: "unexplained-deviation", style, verdict, missing });
  if (until !== null && until < today) refuse("--until", { code: "until-passed", until, today });
  if (until !== null && verdict === style) refuse("--until", { code: "until-without-deviation", style });
  if (problems.length > 0) return failed(problems);
  const basis = basisOf(surface.answers);
  const by = spoken(request.by) ?? before?.by ?? null;
  return ok({ style, because, until, by, answers: basisDigest(basis), basis, pack });
}

/** What is said, without white space around it; null when that was all. */
function spoken(text: string | null): string | null {
  return text?.trim() || null;
}
