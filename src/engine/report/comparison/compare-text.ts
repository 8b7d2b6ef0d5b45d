import type { DifferingAnswer } from "../../compare/compare.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shortTitles } from "../wording/titles.js";
import { figureTable, table } from "./side-by-side.js";

/** Several surfaces in one table, and the answers on which they differ. */
export function compareText(
  surfaces: readonly Recommendation[],
  differing: readonly DifferingAnswer[],
  style: ReportStyle,
): string {
  const titles = shortTitles(surfaces);
  const sides = surfaces.map((from, at) => ({ title: titles[at] ?? from.surface, from }));
  const rows = differing.map(({ question, answers }) => ({
    name: question,
    cells: answers.map((answer) => answer?.options.map(({ id }) => id).join(", ") ?? "–"),
  }));
  const answers =
    rows.length === 0
      ? block(style, [
          surfaces.length > 1
            ? "All answers are the same."
            : "There is one surface: nothing to compare it with.",
        ])
      : table(titles, rows, style);
  return `${[
    ...block(style, [as("heading", "Recommendations")], { indent: 0 }),
    ...figureTable(sides, style),
    "",
    ...block(style, [as("heading", "Answers that differ")], { indent: 0 }),
    ...answers,
  ].join("\n")}\n`;
}
