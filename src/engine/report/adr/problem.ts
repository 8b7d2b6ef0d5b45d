import type { Recommendation } from "../../model/recommendation.js";
import type { DecidedVerdict } from "../../model/verdict.js";
import { type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { plural } from "../numbers.js";
import { questionOf, shown } from "../selection.js";
import { gaugesOf } from "../wording/concern-words.js";
import { givenWords } from "../wording/rule-words.js";
import { labelsOf } from "../wording/titles.js";
import { contributionWords, type WeighedForm, weighedForms } from "../wording/weighing.js";
import { options } from "./arguments.js";

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

const mostDrivers = 5;

/** The answers that settle something or weigh most, one line each, with all that each does. */
export function drivers(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, bold } = writer;
  const given = new Map(from.answers.map((answer) => [answer.question, answer]));
  return list(
    writer,
    shown(writer.style, driversOf(from), mostDrivers).map(({ question, effects }) => {
      const note = given.get(question)?.note ?? null;
      const implied = given.get(question)?.state === "implied" ? ["implied"] : [];
      return {
        line: md`${questionOf(from, question).ask} ${bold(labelsOf(from, question))} (${[...implied, ...effects].join("; ")})${note === null ? "" : md` Note: ${note}`}`,
      };
    }),
  );
}

/** An answer, and what it does in words: "the login must be kept", "speaks for keeping the task under way". */
interface Driver {
  readonly question: string;
  readonly effects: readonly string[];
}

/** Those that settle something first, then the heaviest. Points for what is settled count for nothing. */
function driversOf(from: Recommendation): readonly Driver[] {
  const found = new Map<string, { readonly effects: string[]; weight: number }>();
  const add = (question: string, effect: string, weight: number): void => {
    const driver = found.get(question) ?? { effects: [], weight: 0 };
    driver.effects.push(effect);
    driver.weight += weight;
    found.set(question, driver);
  };
  for (const { rule, questions } of from.settled)
    for (const question of questions) add(question, givenWords(rule), Number.POSITIVE_INFINITY);
  for (const { answers } of weighedForms(from).filter((form) => !isGivenFor(from, form)))
    for (const each of answers)
      add(each.question, contributionWords(each), (each.for + each.against) / each.denominator);
  return [...found]
    .map(([question, { effects, weight }]) => ({ question, effects, weight }))
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight));
}

const isGivenFor = (from: Recommendation, { concern, form }: WeighedForm): boolean =>
  gaugesOf(from).some((gauge) => gauge.concern === concern && gauge.form === form && gauge.isGiven);

export function considered(writer: MarkdownWriter): Lines {
  const { md } = writer;
  return list(
    writer,
    options.map((option) => ({ line: md`${optionTitles[option]}: ${optionMeanings[option]}` })),
  );
}

export const optionTitles: Readonly<Record<DecidedVerdict, string>> = {
  stateless: "Stateless",
  stateful: "Stateful",
  hybrid: "Hybrid",
};

const optionMeanings: Readonly<Record<DecidedVerdict, string>> = {
  stateless: "no server keeps anything of a client between its requests",
  stateful: "the conversation is bound to the connection or instance that serves it",
  hybrid: "what has to be kept is kept where any instance finds it",
};
