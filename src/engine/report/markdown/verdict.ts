import type { Recommendation } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import { assumptionsInOrder, assumptionWords } from "../wording/assumption-words.js";
import { clashingAnswers, clashTitle, reconsidered } from "../wording/clash-words.js";
import { gaugesOf } from "../wording/concern-words.js";
import { capital } from "../wording/phrases.js";
import { answers, radiusFigure, weights } from "../wording/trust-words.js";
import { alignedTable, type Lines, list, paragraph, stacked } from "./blocks.js";
import type { Markdown, MarkdownWriter } from "./writer.js";

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

/** Each concern, kept or not and why, whether the conversation is bound, and how far the verdict can be trusted. */
export function figures(from: Recommendation, { md }: MarkdownWriter): Lines {
  const { analysis } = from;
  const row = (name: Markdown, value: string, meaning: string): readonly Markdown[] => [
    name,
    md`${value}`,
    md`${meaning}`,
  ];
  const rows = gaugesOf(from).map(({ title, word, because }) =>
    row(md`${title}`, word, `${capital(because)}.`),
  );
  if (analysis !== null)
    rows.push(
      row(md`Answers`, plural(from.open.length, "open question"), answers(from, analysis)),
      row(md`Weights`, `r = ${radiusFigure(from)}`, weights(from, analysis)),
    );
  return alignedTable([md`What`, md`Result`, md`Why`], rows);
}

/** The open questions that are read as their harmless option, and what happens otherwise. */
export function assumptions(from: Recommendation, writer: MarkdownWriter): Lines {
  return list(
    writer,
    assumptionsInOrder(from).map((each) => ({ line: writer.inline(assumptionWords(from, each)) })),
  );
}
