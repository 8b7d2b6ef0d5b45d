import type { Recommendation } from "../../model/recommendation.js";
import { type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { clashingAnswers, clashTitle, reconsidered } from "../wording/clash-words.js";

/** Answers that do not fit each other, with the one to look at again. */
export function clashes(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, code, join } = writer;
  if (from.clashes.length === 0) return [];
  return stacked([
    paragraph(md`**${clashTitle}:**`),
    list(
      writer,
      from.clashes.map((each) => {
        const given = clashingAnswers(from, each).map(
          ({ question, labels }) => md`${code(question)} is “${labels}”`,
        );
        return {
          line: md`${prose(each.clash.because)} (${join(given, "; ")})`,
          below: list(writer, [
            {
              line: md`**Look again at:** ${reconsidered(from, each)} (${code(each.clash.reconsider)})`,
            },
          ]),
        };
      }),
    ),
  ]);
}
