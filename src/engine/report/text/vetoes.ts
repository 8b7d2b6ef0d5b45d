import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { trace } from "./entries.js";

/** What cannot be had whatever the points, and the answers that say so. */
export function vetoes(from: Recommendation, style: ReportStyle): readonly string[] {
  const labels = new Map(
    from.answers.map(({ question, options }) => [question, options.map(({ label }) => label).join("; ")]),
  );
  return spaced(
    from.vetoes.map(({ veto, questions }) => [
      ...block(style, [as("bad", `Pure ${veto.forbids} is ruled out. `), veto.because], {
        mark: [as("bad", "×")],
      }),
      ...questions.flatMap((question) =>
        block(style, [as("dim", `${question}: ${labels.get(question) ?? ""}`)], { indent: 4 }),
      ),
      ...(veto.contested === null ? [] : block(style, [`Contested: ${veto.contested}`], { indent: 4 })),
      ...trace(style, veto.id, veto.sources, { indent: 4 }),
    ]),
  );
}
