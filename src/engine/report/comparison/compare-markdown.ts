import type { DifferingAnswer } from "../../compare/compare.js";
import { type Escaped, joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation } from "../../model/recommendation.js";
import { alignedTable, heading, paragraph, stacked } from "../markdown/blocks.js";
import { markdownWriter } from "../markdown/writer.js";
import type { ReportStyle } from "../report-style.js";
import { optionLabels, withShortTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";

/** Several surfaces in a table, and one of the answers on which they differ. */
export function compareMarkdown(
  surfaces: readonly Recommendation[],
  differing: readonly DifferingAnswer[],
  style: ReportStyle,
): Escaped {
  const { md } = markdownWriter(style);
  const titled = withShortTitles(surfaces);
  const answerRows = differing.map(({ ask, answers }) => [
    md`${ask}`,
    ...answers.map((answer) => md`${answer === null ? "–" : optionLabels(answer)}`),
  ]);
  return joinedLines(
    stacked([
      heading(2, md`Stateless or stateful: side by side`),
      alignedTable(
        [md`Surface`, md`Verdict`, md`Grade`, md`Kept`],
        titled.map(([title, from]) => [
          md`${title}`,
          md`**${from.verdict}**`,
          md`${gradeOf(from) ?? "–"}`,
          md`${keptShort(from)}`,
        ]),
      ),
      differing.length === 0 ? [] : heading(3, md`Answers that differ`),
      alignedTable([md`Question`, ...titled.map(([title]) => md`${title}`)], answerRows),
      differing.length === 0 && titled.length > 1 ? paragraph(md`All answers are the same.`) : [],
    ]),
  );
}
