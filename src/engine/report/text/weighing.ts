import type { Recommendation, ReportedAnswer, ReportedContribution } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { as, glue, type Inline } from "../inline.js";
import { block } from "../layout.js";
import { plural, points } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { remainder, shown, spaced, trace } from "./entries.js";

type FiredRule = Recommendation["rules"][number];

const mostAnswers = 5;
const mostRules = 2;

/** The answers that weigh most for one style, each with the rules through which it does. */
export function weighing(from: Recommendation, style: ReportStyle, favoured: Style): readonly string[] {
  const total = favoured === "stateful" ? from.scores.stateful : from.scores.stateless;
  const answers = from.contributions
    .filter((contribution) => pointsFor(favoured, contribution) > 0)
    .sort((a, b) => pointsFor(favoured, b) / b.denominator - pointsFor(favoured, a) / a.denominator);
  const explained = new Set<string>();
  const listed = shown(style, answers, mostAnswers);
  const blocks = listed.map((contribution) => answerBlock(from, style, favoured, contribution, explained));
  const title = block(style, [as(favoured, `For ${favoured}: ${plural(total, "point")}`)], { indent: 0 });
  const nothing = total === 0 ? block(style, ["Nothing speaks for it."]) : [];
  const left = remainder(style, answers.length - listed.length, "answer");
  return spaced([title, nothing, ...blocks, left, unowned(style, total, favoured, answers)]);
}

const pointsFor = (style: Style, { live, kept, stateless }: ReportedContribution): number =>
  style === "stateful" ? live + kept : stateless;

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
  const listed = shown(style, rules, mostRules);
  return [
    ...block(style, answerLine(contribution, answer, favoured), { mark, hang: 6 }),
    ...(answer?.note == null ? [] : block(style, [`Note: ${answer.note}`], { indent: 8 })),
    ...listed.flatMap((fired) => reason(style, fired, contribution.question, explained)),
    ...remainder(style, rules.length - listed.length, "reason", { indent: 8 }),
  ];
}

function answerLine(contribution: ReportedContribution, answer: ReportedAnswer | undefined, favoured: Style): readonly Inline[] {
  const labels = answer?.options.map(({ label }) => label).join("; ") ?? "";
  const implied = contribution.implied ? ", implied" : "";
  return [
    `${answer?.ask ?? ""} `,
    as("bold", labels),
    as("dim", ` (${contribution.question}${favoured === "stateful" ? kinds(contribution) : ""}${implied})`),
  ];
}

function kinds({ live, kept, denominator }: ReportedContribution): string {
  if (kept === 0) return ", live";
  if (live === 0) return ", kept";
  return `, ${points(live, denominator)}${glue}live${glue}+${glue}${points(kept, denominator)}${glue}kept`;
}

function reason(style: ReportStyle, { rule, questions }: FiredRule, question: string, explained: Set<string>): readonly string[] {
  const others = questions.filter((other) => other !== question);
  const shared = others.length === 0 ? "" : `, ${weightOf({ rule, questions })} shared with ${others.join(" and ")}`;
  const contested = rule.contested === null ? "" : ", contested";
  const traced = trace(style, rule.id, rule.sources, { indent: 8 }, shared + contested);
  if (explained.has(rule.id)) return [...block(style, ["As said above."], { indent: 8 }), ...traced];
  explained.add(rule.id);
  const against = rule.contested === null || style.detail === "normal" ? [] : [`Contested: ${rule.contested}`];
  return [...[rule.because, ...against].flatMap((line) => block(style, [line], { indent: 8 })), ...traced];
}

const weightOf = ({ rule }: FiredRule): string =>
  plural(rule.weight.live + rule.weight.kept + rule.weight.stateless, "point");

/** Points of rules that hold for every answer belong to none; said, so that the points listed add up. */
function unowned(style: ReportStyle, total: number, favoured: Style, answers: readonly ReportedContribution[]): readonly string[] {
  const denominator = answers[0]?.denominator ?? 1;
  const owned = answers.reduce((sum, contribution) => sum + pointsFor(favoured, contribution), 0);
  const rest = total * denominator - owned;
  return rest <= 0 ? [] : block(style, [`${points(rest, denominator)} of them come from rules that hold for every answer.`]);
}
