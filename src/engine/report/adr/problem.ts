import type { Recommendation } from "../../model/recommendation.js";
import { type DecidedVerdict, styles } from "../../model/verdict.js";
import { type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { plural, points } from "../numbers.js";
import { shown } from "../selection.js";
import { kinds, weighingOf } from "../wording/verdict-words.js";

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

/** What is ruled out, and the answers that weigh most. */
export function drivers(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, bold, prose, code } = writer;
  const ruledOut = from.vetoes.map(({ veto }) => ({
    line: md`Pure ${veto.forbids} is ruled out: ${prose(veto.because)}`,
  }));
  const weighing = shown(writer.style, weighingOf(from), mostDrivers).map((each) => {
    const { question, implied, live, kept, stateless, denominator, ask, labels, note } = each;
    const sides = [
      ...(live + kept > 0 ? [`+${points(live + kept, denominator)} for stateful${kinds(each)}`] : []),
      ...(stateless > 0 ? [`+${points(stateless, denominator)} for stateless`] : []),
    ];
    return {
      line: md`${ask} ${bold(labels)} (${code(question)}${implied ? ", implied" : ""}; ${sides.join("; ")})${note === null ? "" : md` Note: ${note}`}`,
    };
  });
  return list(writer, [...ruledOut, ...weighing]);
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
  stateless: "no server remembers a client from one request to the next",
  stateful: "what is remembered about a client lives with the connection or process that serves it",
  hybrid: "each kind of state lives where it is best kept, and not all of it with the connection",
};
