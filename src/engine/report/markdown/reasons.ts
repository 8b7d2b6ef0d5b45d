import type { Recommendation, ReportedContribution } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { shown } from "../chosen.js";
import { plural, points } from "../numbers.js";
import { kinds, pointsFor } from "../wording/verdict-words.js";
import { type Item, type Lines, list, paragraph, remainder, stacked } from "./blocks.js";
import type { Sheet } from "./writer.js";

const mostAnswers = 5;
const mostRules = 2;

/** The answers that weigh most for each style, the heavier side first, each with the rules through which it does. */
export function reasons(from: Recommendation, sheet: Sheet): Lines {
  const { stateful, stateless } = from.scores;
  const order: readonly Style[] =
    stateful >= stateless ? ["stateful", "stateless"] : ["stateless", "stateful"];
  return stateful + stateless === 0 ? [] : stacked(order.map((style) => reasonsFor(from, sheet, style)));
}

function reasonsFor(from: Recommendation, sheet: Sheet, favoured: Style): Lines {
  const { md } = sheet.pen;
  const total = favoured === "stateful" ? from.scores.stateful : from.scores.stateless;
  if (total === 0) return paragraph(md`Nothing speaks for ${favoured}.`);
  const weighing = weighingFor(from, favoured);
  const listed = shown(sheet.style, weighing, mostAnswers);
  const explained = new Set<string>();
  return [
    ...paragraph(md`**For ${favoured}: ${plural(total, "point")}**`),
    "",
    ...list(listed.map((contribution) => answerItem(from, sheet, favoured, contribution, explained))),
    ...remainder(sheet, weighing.length - listed.length, "answer"),
  ];
}

/** The contributions to one style, largest first. */
function weighingFor({ contributions }: Recommendation, favoured: Style): readonly ReportedContribution[] {
  return contributions
    .filter((contribution) => pointsFor(favoured, contribution) > 0)
    .sort((a, b) => pointsFor(favoured, b) - pointsFor(favoured, a));
}

function answerItem(
  from: Recommendation,
  sheet: Sheet,
  favoured: Style,
  contribution: ReportedContribution,
  explained: Set<string>,
): Item {
  const { md, bold, code, prose, cite } = sheet.pen;
  const { question, implied, denominator } = contribution;
  const answer = from.answers.find((each) => each.question === question);
  const rules = from.rules.filter(
    ({ rule, questions }) =>
      rule.favours === favoured && questions.includes(question) && !explained.has(rule.id),
  );
  const listed = shown(sheet.style, rules, mostRules);
  for (const { rule } of listed) explained.add(rule.id);
  const labels = answer?.options.map(({ label }) => label).join("; ") ?? "";
  const more = `${favoured === "stateful" ? kinds(contribution) : ""}${implied ? ", implied" : ""}`;
  const reasonItems = listed.map(({ rule, questions }): Item => {
    const others = questions.filter((other) => other !== question);
    const shared = others.length === 0 ? undefined : `together with ${others.join(" and ")}`;
    const contested = rule.contested === null ? md`` : md` Contested: ${prose(rule.contested)}`;
    return { line: md`${prose(rule.because)}${contested}${cite(rule.sources, from.urls, shared)}` };
  });
  return {
    line: md`**+${points(pointsFor(favoured, contribution), denominator)}** ${answer?.ask ?? ""} ${bold(labels)} (${code(question)}${more})`,
    below: list([...(answer?.note == null ? [] : [{ line: md`Note: ${answer.note}` }]), ...reasonItems]),
  };
}
