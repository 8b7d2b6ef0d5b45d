import { totalPoints } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { as, glue } from "../inline.js";
import { block, heading, type Lines, spaced } from "../layout.js";
import { plural, points } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../selection.js";
import { listed } from "../wording/phrases.js";
import { kinds, pointsFor, type Weighing, weighingFor } from "../wording/verdict-words.js";
import { remainder, trace } from "./entries.js";

type FiredRule = Recommendation["rules"][number];

const mostAnswers = 5;
const mostRules = 1;

/** The answers that weigh most for one style, each with the rules through which it does. */
export function weighing(from: Recommendation, style: ReportStyle, favoured: Style): Lines {
  const total = from.scores[favoured];
  const all = weighingFor(from, favoured);
  const first = shown(style, all, mostAnswers);
  const explained = new Set<string>();
  return spaced([
    heading(style, `For ${favoured}: ${plural(total, "point")}`),
    total === 0 ? block(style, ["No evidence for it."]) : [],
    ...first.map((each) => answerBlock(from, style, favoured, each, explained)),
    remainder(style, all.length - first.length, "answer"),
    unowned(style, total, favoured, all),
  ]);
}

function answerBlock(
  from: Recommendation,
  style: ReportStyle,
  favoured: Style,
  weighing: Weighing,
  explained: Set<string>,
): Lines {
  const { question, implied, denominator, ask, labels, note } = weighing;
  const more = `${favoured === "stateful" ? kinds(weighing) : ""}${implied ? ", implied" : ""}`;
  const rules = from.rules.filter(
    ({ rule, questions }) => rule.favours === favoured && questions.includes(question),
  );
  const first = shown(style, rules, mostRules);
  return [
    ...block(style, [`${ask} `, as("bold", labels), as("dim", ` (${question}${more})`)], {
      mark: [as(favoured, `+${points(pointsFor(favoured, weighing), denominator)}`)],
      hang: 6,
    }),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 8 })),
    ...first.flatMap((fired) => reason(style, fired, question, explained)),
    ...also(style, rules.slice(first.length)),
  ];
}

function reason(
  style: ReportStyle,
  { rule, questions }: FiredRule,
  question: string,
  explained: Set<string>,
): Lines {
  const others = questions.filter((other) => other !== question);
  const shared =
    others.length === 0
      ? ""
      : `, ${plural(totalPoints(rule.weight), "point")} shared with ${others.join(" and ")}`;
  const contested = rule.contested === null ? "" : ", contested";
  if (explained.has(rule.id)) return trace(style, rule.id, [], { indent: 8 }, `${shared}, as above`);
  explained.add(rule.id);
  const traced = trace(style, rule.id, rule.sources, { indent: 8 }, shared + contested);
  const against =
    rule.contested === null || style.detail === "normal" ? [] : [`Contested: ${rule.contested}`];
  return [...[rule.because, ...against].flatMap((line) => block(style, [line], { indent: 8 })), ...traced];
}

/** The rules of an answer that are not written out, by name and with this answer's share of their points. */
function also(style: ReportStyle, rules: readonly FiredRule[]): Lines {
  if (rules.length === 0) return [];
  const names = rules.map(
    ({ rule, questions }) => `${rule.id}${glue}(+${points(totalPoints(rule.weight), questions.length)})`,
  );
  return block(style, [as("dim", `Also by ${listed(names)}.`)], { indent: 8 });
}

/** Points of rules that hold for every answer belong to none of them; mentioned so that the listed points add up. */
function unowned(style: ReportStyle, total: number, favoured: Style, answers: readonly Weighing[]): Lines {
  const denominator = answers[0]?.denominator ?? 1;
  const owned = answers.reduce((sum, each) => sum + pointsFor(favoured, each), 0);
  const rest = total * denominator - owned;
  if (rest <= 0) return [];
  return block(style, [`${points(rest, denominator)} of them come from rules that hold for every answer.`]);
}
