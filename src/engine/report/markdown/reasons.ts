import type { Recommendation } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { plural, points } from "../numbers.js";
import { shown } from "../selection.js";
import { heavierFirst, kinds, pointsFor, type Weighing, weighingFor } from "../wording/verdict-words.js";
import { type Item, type Lines, list, paragraph, remainder, stacked } from "./blocks.js";
import type { MarkdownWriter } from "./writer.js";

const mostAnswers = 5;
const mostRules = 2;

/** The answers that weigh most for each style, the heavier side first, each with the rules through which it does. */
export function reasons(from: Recommendation, writer: MarkdownWriter): Lines {
  const { stateful, stateless } = from.scores;
  if (stateful + stateless === 0) return [];
  return stacked(heavierFirst(from.scores).map((style) => reasonsFor(from, writer, style)));
}

function reasonsFor(from: Recommendation, writer: MarkdownWriter, favoured: Style): Lines {
  const { md } = writer;
  const total = from.scores[favoured];
  if (total === 0) return paragraph(md`Nothing speaks for ${favoured}.`);
  const weighing = weighingFor(from, favoured);
  const listed = shown(writer.style, weighing, mostAnswers);
  const explained = new Set<string>();
  return stacked([
    paragraph(md`**For ${favoured}: ${plural(total, "point")}**`),
    list(
      writer,
      listed.map((each) => answerItem(from, writer, favoured, each, explained)),
    ),
    remainder(writer, weighing.length - listed.length, "answer"),
  ]);
}

function answerItem(
  from: Recommendation,
  writer: MarkdownWriter,
  favoured: Style,
  weighing: Weighing,
  explained: Set<string>,
): Item {
  const { md, bold, code, prose, cite } = writer;
  const { question, implied, denominator, ask, labels, note } = weighing;
  const rules = from.rules.filter(
    ({ rule, questions }) =>
      rule.favours === favoured && questions.includes(question) && !explained.has(rule.id),
  );
  const listed = shown(writer.style, rules, mostRules);
  for (const { rule } of listed) explained.add(rule.id);
  const more = `${favoured === "stateful" ? kinds(weighing) : ""}${implied ? ", implied" : ""}`;
  const reasonItems = listed.map(({ rule, questions }): Item => {
    const others = questions.filter((other) => other !== question);
    const shared = others.length === 0 ? undefined : `together with ${others.join(" and ")}`;
    const contested = rule.contested === null ? md`` : md` Contested: ${prose(rule.contested)}`;
    return { line: md`${prose(rule.because)}${contested}${cite(rule.sources, from.urls, shared)}` };
  });
  return {
    line: md`**+${points(pointsFor(favoured, weighing), denominator)}** ${ask} ${bold(labels)} (${code(question)}${more})`,
    below: list(writer, [...(note === null ? [] : [{ line: md`Note: ${note}` }]), ...reasonItems]),
  };
}
