import type { Recommendation } from "../../model/recommendation.js";
import { shown } from "../selection.js";
import {
  formTitle,
  signed,
  sumWords,
  type WeighedForm,
  type Weighing,
  weighedForms,
} from "../wording/weighing.js";
import { contestedWords, type Item, type Lines, list, paragraph, remainder, stacked } from "./blocks.js";
import type { MarkdownWriter } from "./writer.js";

const mostAnswers = 3;
const mostRules = 2;

/** The answers that weigh most on each concern's need and place, each with the rules through which it does. */
export const reasons = (from: Recommendation, writer: MarkdownWriter): Lines =>
  stacked(weighedForms(from).map((weighed) => reasonsFor(from, writer, weighed)));

function reasonsFor(from: Recommendation, writer: MarkdownWriter, weighed: WeighedForm): Lines {
  const { md } = writer;
  const listed = shown(writer.style, weighed.answers, mostAnswers);
  const explained = new Set<string>();
  return stacked([
    paragraph(md`**${formTitle(weighed)}:** ${sumWords(weighed.form, weighed)}`),
    list(
      writer,
      listed.map((each) => answerItem(from, writer, weighed, each, explained)),
    ),
    remainder(writer, weighed.answers.length - listed.length, "answer"),
  ]);
}

function answerItem(
  from: Recommendation,
  writer: MarkdownWriter,
  weighed: WeighedForm,
  weighing: Weighing,
  explained: Set<string>,
): Item {
  const { md, bold, code, prose, cite } = writer;
  const { question, implied, ask, labels, note } = weighing;
  const rules = weighed.rules.filter(
    ({ rule, questions }) => questions.includes(question) && !explained.has(rule.id),
  );
  const listed = shown(writer.style, rules, mostRules);
  for (const { rule } of listed) explained.add(rule.id);
  const reasonItems = listed.map(({ rule, questions }): Item => {
    const others = questions.filter((other) => other !== question);
    const shared = others.length === 0 ? undefined : `together with ${others.join(" and ")}`;
    return {
      line: md`${prose(rule.because)}${contestedWords(rule.contested, writer)}${cite(rule.sources, from.urls, shared)}`,
    };
  });
  return {
    line: md`**${signed(weighing)}** ${ask} ${bold(labels)} (${code(question)}${implied ? ", implied" : ""})`,
    below: list(writer, [...(note === null ? [] : [{ line: md`Note: ${note}` }]), ...reasonItems]),
  };
}
