import type { Recommendation } from "../../model/recommendation.js";
import type { Option } from "../chosen.js";
import { shown } from "../chosen.js";
import { type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { Sheet } from "../markdown/writer.js";
import { plural, points } from "../numbers.js";
import { labelsOf } from "../wording/titles.js";
import { kinds } from "../wording/verdict-words.js";

/** What is to be decided, and on how much. */
export function problem(from: Recommendation, { pen }: Sheet): Lines {
  const { md, bold, code } = pen;
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
      md`What is required of it is written down in ${code(`${from.at.file}:${from.at.line}`)}: ${plural(given, "answer")} given${implied === 0 ? "" : `, ${implied} implied by them`}, ${plural(from.open.length, "question")} open.`,
    ),
  ]);
}

const mostDrivers = 8;

/** The answers that weigh most, and what they rule out. */
export function drivers(from: Recommendation, sheet: Sheet): Lines {
  const { md, bold, prose, code } = sheet.pen;
  const weighing = shown(sheet.style, from.contributions, mostDrivers);
  return list(
    [
      ...from.vetoes.map(({ veto }) => ({
        line: md`Pure ${veto.forbids} is ruled out: ${prose(veto.because)}`,
      })),
      ...weighing.map((contribution) => {
        const { question, implied, live, kept, stateless, denominator } = contribution;
        const answer = from.answers.find((each) => each.question === question);
        const sides = [
          ...(live + kept > 0
            ? [`+${points(live + kept, denominator)} for stateful${kinds(contribution)}`]
            : []),
          ...(stateless > 0 ? [`+${points(stateless, denominator)} for stateless`] : []),
        ];
        const note = answer?.note == null ? md`` : md` Note: ${answer.note}`;
        return {
          line: md`${answer?.ask ?? ""} ${bold(labelsOf(from, question))} (${code(question)}${implied ? ", implied" : ""}; ${sides.join("; ")})${note}`,
        };
      }),
    ],
    "*",
  );
}

export function considered({ pen }: Sheet): Lines {
  return list(
    options.map((option) => ({ line: pen.md`${optionTitles[option]}: ${optionMeanings[option]}` })),
    "*",
  );
}

/** The options of every record, as MADR lists them. */
export const options = ["stateless", "stateful", "hybrid"] as const;

export const optionTitles: Readonly<Record<Option, string>> = {
  stateless: "Stateless",
  stateful: "Stateful",
  hybrid: "Hybrid",
};

export const optionMeanings: Readonly<Record<Option, string>> = {
  stateless: "no server remembers a client from one request to the next",
  stateful: "what is remembered of a client lives with the connection or process that serves it",
  hybrid: "each kind of state lives where it is best kept, and not all of it with the connection",
};
