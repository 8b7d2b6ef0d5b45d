import type { Recommendation } from "../../model/recommendation.js";
import { type DecidedVerdict, styles } from "../../model/verdict.js";
import { contestedWords, type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { plural } from "../numbers.js";
import { shown } from "../selection.js";
import { capital } from "../wording/phrases.js";
import { givenWords } from "../wording/rule-words.js";
import { contributionWords, weighedForms } from "../wording/weighing.js";

/** What is to be decided, and on how many answers. */
export function problem(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, bold, code } = writer;
  const given = from.answers.filter(({ state }) => state === "given").length;
  const implied = from.answers.length - given;
  const name =
    from.service === from.surface
      ? md`${bold(from.service)}`
      : md`${bold(from.surface)} of ${bold(from.service)}`;
  return stacked([
    paragraph(
      md`Should the API surface ${name} be stateless, stateful or a mix of both, and where should each kind of state live?`,
    ),
    paragraph(
      md`Its requirements are written down in ${code(`${from.at.file}:${from.at.line}`)}: ${plural(given, "answer")} given${implied === 0 ? "" : `, ${implied} implied by them`}, ${plural(from.open.length, "question")} open.`,
    ),
  ]);
}

const mostDrivers = 8;

/** What one requirement settles, and the answers that weigh most. */
export function drivers(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, bold, prose, code } = writer;
  const settled = from.settled.map(({ rule }) => ({
    line: md`${capital(givenWords(rule))}. ${prose(rule.because)}${contestedWords(rule.contested, writer)}`,
  }));
  const all = weighedForms(from)
    .flatMap(({ answers }) => answers)
    .toSorted((a, b) => b.for + b.against - (a.for + a.against));
  const weighing = shown(writer.style, all, mostDrivers).map((each) => {
    const { question, implied, ask, labels, note } = each;
    return {
      line: md`${ask} ${bold(labels)} (${code(question)}${implied ? ", implied" : ""}; ${contributionWords(each)})${note === null ? "" : md` Note: ${note}`}`,
    };
  });
  return list(writer, [...settled, ...weighing]);
}

export function considered(writer: MarkdownWriter): Lines {
  const { md } = writer;
  return list(
    writer,
    options.map((option) => ({ line: md`${optionTitles[option]}: ${optionMeanings[option]}` })),
  );
}

/** The options of every record, as MADR lists them. */
export const options = [...styles, "hybrid"] as const;

export const optionTitles: Readonly<Record<DecidedVerdict, string>> = {
  stateless: "Stateless",
  stateful: "Stateful",
  hybrid: "Hybrid",
};

export const optionMeanings: Readonly<Record<DecidedVerdict, string>> = {
  stateless: "no server keeps anything of a client between its requests",
  stateful: "the conversation is bound to the connection or instance that serves it",
  hybrid: "what has to be kept is kept where any instance finds it",
};
