import type { Recommendation, ReportedRule } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, heading, type Lines, spaced } from "../layout.js";
import { plural } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { sideRoles } from "../wording/concern-words.js";
import {
  formTitle,
  signed,
  sumWords,
  unownedPoints,
  type WeighedForm,
  type Weighing,
  weighedForms,
} from "../wording/weighing.js";
import { trace } from "./trace.js";

/** The answers that weigh on each concern's need and place, heaviest first, each with the rules through which it does. */
export const weighing = (from: Recommendation, style: ReportStyle): readonly Lines[] =>
  weighedForms(from).map((weighed) => weighedLines(weighed, style));

function weighedLines(weighed: WeighedForm, style: ReportStyle): Lines {
  const explained = new Set<string>();
  return spaced([
    heading(style, `${formTitle(weighed)}: ${sumWords(weighed.form, weighed)}`),
    ...weighed.answers.map((each) => answerBlock(weighed, style, each, explained)),
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
  return [
    ...block(
      style,
      [`${ask} `, as("bold", labels), as("dim", ` (${question}${implied ? ", implied" : ""})`)],
      { mark: [mark(weighing)], hang: 8 },
    ),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 10 })),
    ...rules.flatMap((fired) => reason(style, fired, question, explained)),
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
  const against = rule.contested === null ? [] : [`Contested: ${rule.contested}`];
  return [...[rule.because, ...against].flatMap((line) => block(style, [line], { indent: 10 })), ...traced];
}

/** Points of rules that hold for every answer belong to none of them; mentioned so that the listed points add up. */
function unowned(style: ReportStyle, weighed: WeighedForm): Lines {
  const rest = unownedPoints(weighed);
  return rest === null ? [] : block(style, [`${rest} of them come from rules that hold for every answer.`]);
}
