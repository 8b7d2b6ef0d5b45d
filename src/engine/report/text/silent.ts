import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";

/** In full detail: the given answers that brought in no points, so that no answer and no note goes unmentioned. */
export function silent(from: Recommendation, style: ReportStyle): readonly string[] {
  if (style.detail === "normal") return [];
  const counted = new Set(from.contributions.map(({ question }) => question));
  const answers = from.answers.filter(({ question, state }) => state === "given" && !counted.has(question));
  return answers.flatMap(({ question, ask, options, note }) => [
    ...block(
      style,
      [`${ask} `, as("bold", options.map(({ label }) => label).join("; ")), as("dim", ` (${question})`)],
      { mark: ["•"] },
    ),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 4 })),
  ]);
}
