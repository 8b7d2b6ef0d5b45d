import { recommend } from "../../../src/engine/advise/recommend.js";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import { checkSurface } from "../../../src/engine/check/check-surface.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Surface } from "../../../src/engine/model/answers.js";
import type { CheckedSurface, CheckTerms } from "../../../src/engine/model/check.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { smallPack } from "../small-pack.js";

export const packNow = `small@1.2.3 sha256-${"1".repeat(64)}`;
export const terms: CheckTerms = {
  requireDecision: false,
  requireConfirmed: false,
  leastGrade: null,
  noClashes: false,
  noDeviations: false,
  maxDeviation: null,
  minReason: null,
  noOverdueReviews: false,
  soon: 0,
  today: "2026-06-30",
};
export const pack = smallPack();

/** The one surface of a service with these answers and this decision, both in YAML. */
export function surfaceOf(answers: string, decision: string | null): Surface {
  const decided = decision === null ? "" : `decision: ${decision}\n`;
  const text = `version: 1\nservice: shop\nanswers: ${answers}\n${decided}`;
  const [document] = unwrap(parseText({ file: "a.yaml", text }));
  if (document === undefined) throw new Error("no document");
  const [surface] = unwrap(readAnswers(document, pack.source.questions)).surfaces;
  if (surface === undefined) throw new Error("no surface");
  return surface;
}

export function recommendationFor(surface: Surface) {
  return recommend(pack, { service: "shop", source: "a.yaml" }, surface, { analysis: true });
}

/** The findings of a check with the small pack. */
export function checked(
  answers: string,
  decision: string | null,
  asked: Partial<CheckTerms> = {},
): CheckedSurface {
  const surface = surfaceOf(answers, decision);
  return checkSurface(surface, recommendationFor(surface), packNow, { ...terms, ...asked });
}
