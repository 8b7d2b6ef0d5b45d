import type { Rule } from "../../model/pack.js";
import type { Recommendation, ReportedAnswer, ReportedContribution } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { shown } from "../chosen.js";
import { as, glue, type Inline } from "../inline.js";
import { block, spaced } from "../layout.js";
import { plural, points } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { listed } from "../wording/phrases.js";
import { kinds, pointsFor } from "../wording/verdict-words.js";
import { remainder, trace } from "./entries.js";

type FiredRule = Recommendation["rules"][number];

const mostAnswers = 5;
const mostRules = 1;

/** The answers that weigh most for one style, each with the rules through which it does. */
export function weighing(from: Recommendation, style: ReportStyle, favoured: Style): readonly string[] {
  const total = favoured === "stateful" ? from.scores.stateful : from.scores.stateless;
  const answers = from.contributions
    .filter((contribution) => pointsFor(favoured, contribution) > 0)
    .sort((a, b) => pointsFor(favoured, b) - pointsFor(favoured, a));
  const explained = new Set<string>();
  const first = shown(style, answers, mostAnswers);
  const blocks = first.map((contribution) => answerBlock(from, style, favoured, contribution, explained));
  const title = block(style, [as("heading", `For ${favoured}: ${plural(total, "point")}`)], { indent: 0 });
  const nothing = total === 0 ? block(style, ["Nothing speaks for it."]) : [];
  const left = remainder(style, answers.length - first.length, "answer");
  return spaced([title, nothing, ...blocks, left, unowned(style, total, favoured, answers)]);
}

function answerBlock(
  from: Recommendation,
  style: ReportStyle,
  favoured: Style,
  contribution: ReportedContribution,
  explained: Set<string>,
): readonly string[] {
  const answer = from.answers.find(({ question }) => question === contribution.question);
  const mark = [as(favoured, `+${points(pointsFor(favoured, contribution), contribution.denominator)}`)];
  const rules = from.rules.filter(
    ({ rule, questions }) => rule.favours === favoured && questions.includes(contribution.question),
  );
  const first = shown(style, rules, mostRules);
  return [
    ...block(style, answerLine(contribution, answer, favoured), { mark, hang: 6 }),
    ...(answer?.note == null ? [] : block(style, [`Note: ${answer.note}`], { indent: 8 })),
    ...first.flatMap((fired) => reason(style, fired, contribution.question, explained)),
    ...also(style, rules.slice(first.length)),
  ];
}

function answerLine(
  contribution: ReportedContribution,
  answer: ReportedAnswer | undefined,
  favoured: Style,
): readonly Inline[] {
  const labels = answer?.options.map(({ label }) => label).join("; ") ?? "";
  const implied = contribution.implied ? ", implied" : "";
  return [
    `${answer?.ask ?? ""} `,
    as("bold", labels),
    as("dim", ` (${contribution.question}${favoured === "stateful" ? kinds(contribution) : ""}${implied})`),
  ];
}

function reason(
  style: ReportStyle,
  { rule, questions }: FiredRule,
  question: string,
  explained: Set<string>,
): readonly string[] {
  const others = questions.filter((other) => other !== question);
  const shared =
    others.length === 0 ? "" : `, ${plural(totalOf(rule), "point")} shared with ${others.join(" and ")}`;
  const contested = rule.contested === null ? "" : ", contested";
  if (explained.has(rule.id)) return trace(style, rule.id, [], { indent: 8 }, `${shared}, as above`);
  explained.add(rule.id);
  const traced = trace(style, rule.id, rule.sources, { indent: 8 }, shared + contested);
  const against =
    rule.contested === null || style.detail === "normal" ? [] : [`Contested: ${rule.contested}`];
  return [...[rule.because, ...against].flatMap((line) => block(style, [line], { indent: 8 })), ...traced];
}

/** The rules of an answer that are not told, by name and with this answer's share of their points. */
function also(style: ReportStyle, rules: readonly FiredRule[]): readonly string[] {
  if (rules.length === 0) return [];
  const names = rules.map(
    ({ rule, questions }) => `${rule.id}${glue}(+${points(totalOf(rule), questions.length)})`,
  );
  return block(style, [as("dim", `Also by ${listed(names)}.`)], { indent: 8 });
}

const totalOf = ({ weight }: Rule): number => weight.live + weight.kept + weight.stateless;

/** Points of rules that hold for every answer belong to none; said, so that the points listed add up. */
function unowned(
  style: ReportStyle,
  total: number,
  favoured: Style,
  answers: readonly ReportedContribution[],
): readonly string[] {
  const denominator = answers[0]?.denominator ?? 1;
  const owned = answers.reduce((sum, contribution) => sum + pointsFor(favoured, contribution), 0);
  const rest = total * denominator - owned;
  return rest <= 0
    ? []
    : block(style, [`${points(rest, denominator)} of them come from rules that hold for every answer.`]);
}
