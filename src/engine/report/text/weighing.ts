import type { Recommendation, ReportedRule } from "../../model/recommendation.js";
import { as, glue, type Inline } from "../inline.js";
import { block, heading, type Lines, spaced } from "../layout.js";
import { plural, points } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../selection.js";
import { sideRoles } from "../wording/concern-words.js";
import { listed } from "../wording/phrases.js";
import { signedPoints } from "../wording/rule-words.js";
import {
  formTitle,
  signed,
  sumWords,
  unownedPoints,
  type WeighedForm,
  type Weighing,
  weighedForms,
} from "../wording/weighing.js";
import { remainder, trace } from "./trace.js";

const mostAnswers = 3;
const mostRules = 1;

/** The answers that weigh most on each concern's need and place, each with the rules through which it does. */
export const weighing = (from: Recommendation, style: ReportStyle): readonly Lines[] =>
  weighedForms(from).map((weighed) => weighedLines(weighed, style));

function weighedLines(weighed: WeighedForm, style: ReportStyle): Lines {
  const first = shown(style, weighed.answers, mostAnswers);
  const explained = new Set<string>();
  return spaced([
    heading(style, `${formTitle(weighed)}: ${sumWords(weighed.form, weighed)}`),
    ...first.map((each) => answerBlock(weighed, style, each, explained)),
    remainder(style, weighed.answers.length - first.length, "answer"),
    unowned(style, weighed),
  ]);
}

function answerBlock(
  { rules: all }: WeighedForm,
  style: ReportStyle,
  weighing: Weighing,
  explained: Set<string>,
): Lines {
  const { question, implied, ask, labels, note } = weighing;
  const rules = all.filter(({ questions }) => questions.includes(question));
  const first = shown(style, rules, mostRules);
  return [
    ...block(
      style,
      [`${ask} `, as("bold", labels), as("dim", ` (${question}${implied ? ", implied" : ""})`)],
      { mark: [mark(weighing)], hang: 8 },
    ),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 10 })),
    ...first.flatMap((fired) => reason(style, fired, question, explained)),
    ...also(style, rules.slice(first.length)),
  ];
}

/** The points in the colour of the side that they are on. */
function mark(weighing: Weighing): Inline {
  const text = signed(weighing);
  if (weighing.for > 0 && weighing.against > 0) return as("bold", text);
  return as(sideRoles[weighing.form][weighing.for > 0 ? "for" : "against"], text);
}

function reason(
  style: ReportStyle,
  { rule, questions }: ReportedRule,
  question: string,
  explained: Set<string>,
): Lines {
  const others = questions.filter((other) => other !== question);
  const shared =
    others.length === 0
      ? ""
      : `, ${plural(Math.abs(rule.points), "point")} shared with ${others.join(" and ")}`;
  const contested = rule.contested === null ? "" : ", contested";
  if (explained.has(rule.id)) return trace(style, rule.id, [], { indent: 10 }, `${shared}, as above`);
  explained.add(rule.id);
  const traced = trace(style, rule.id, rule.sources, { indent: 10 }, shared + contested);
  const against =
    rule.contested === null || style.detail === "normal" ? [] : [`Contested: ${rule.contested}`];
  return [...[rule.because, ...against].flatMap((line) => block(style, [line], { indent: 10 })), ...traced];
}

/** The rules of an answer that are not written out, by name and with this answer's share of their points. */
function also(style: ReportStyle, rules: readonly ReportedRule[]): Lines {
  if (rules.length === 0) return [];
  const names = rules.map(({ rule, questions }) => {
    const [sign = ""] = signedPoints(rule);
    return `${rule.id}${glue}(${sign}${points(Math.abs(rule.points), questions.length)})`;
  });
  return block(style, [as("dim", `Also by ${listed(names)}.`)], { indent: 10 });
}

/** Points of rules that hold for every answer belong to none of them; mentioned so that the listed points add up. */
function unowned(style: ReportStyle, weighed: WeighedForm): Lines {
  const rest = unownedPoints(weighed);
  return rest === null ? [] : block(style, [`${rest} of them come from rules that hold for every answer.`]);
}
