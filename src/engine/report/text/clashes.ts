import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block, type Lines, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { clashingAnswers, reconsidered } from "../wording/clash-words.js";
import { trace } from "./trace.js";

/** Answers that do not fit each other, with the one to look at again. */
export function clashes(from: Recommendation, style: ReportStyle): Lines {
  return spaced(
    from.clashes.map((each) => [
      ...block(style, [each.clash.because], { mark: [as("bad", "!")] }),
      ...clashingAnswers(from, each).flatMap(({ question, labels }) =>
        block(style, [as("dim", `${question}: ${labels}`)], { indent: 4 }),
      ),
      ...block(
        style,
        [as("bold", "Look again at: "), reconsidered(from, each), as("dim", ` (${each.clash.reconsider})`)],
        { indent: 4 },
      ),
      ...trace(style, each.clash.id, [], { indent: 4 }),
    ]),
  );
}
