import type { DifferingAnswer } from "../../compare/compare.js";
import { type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation } from "../../model/recommendation.js";
import { block, heading, type Lines, spaced, titled } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { clashes } from "../text/clashes.js";
import { clashTitle } from "../wording/clash-words.js";
import { withShortTitles } from "../wording/titles.js";
import { figureTable, moreInFull, table } from "./side-by-side.js";

/** Several surfaces in one table, and the answers on which they differ. */
export function compareText(
  surfaces: readonly Recommendation[],
  differing: readonly DifferingAnswer[],
  style: ReportStyle,
): Escaped {
  const sides = withShortTitles(surfaces).map(([title, from]) => ({ title, from }));
  const titles = sides.map(({ title }) => title);
  return joinedLines(
    spaced([
      ...sides.map(({ title, from }) => titled(style, `${clashTitle}: ${title}`, clashes(from, style))),
      [...heading(style, "Recommendations"), ...figureTable(sides, style)],
      [...heading(style, "Answers that differ"), ...answerLines(titles, differing, style)],
      moreInFull(style),
    ]),
  );
}

function answerLines(
  titles: readonly string[],
  differing: readonly DifferingAnswer[],
  style: ReportStyle,
): Lines {
  if (titles.length === 1) return block(style, ["There is one surface: nothing to compare it with."]);
  if (differing.length === 0) return block(style, ["All answers are the same."]);
  const rows = differing.map(({ question, answers }) => ({
    name: question,
    cells: answers.map((answer) => answer?.options.map(({ id }) => id).join(", ") ?? "–"),
  }));
  return table(titles, rows, style);
}
