import type { Recommendation, ReportedRule } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { plural } from "../numbers.js";
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
import {
  type Block,
  type Item,
  idOf,
  item,
  list,
  paragraph,
  paragraphs,
  prose,
  type Section,
  said,
  section,
} from "./blocks.js";

/** The answers that weigh on each concern's need and place, heaviest first, each with the rules through which it does. */
export const weighing = (from: Recommendation): readonly Section[] =>
  weighedForms(from).flatMap(weighedSection);

function weighedSection(weighed: WeighedForm): readonly Section[] {
  const { concern, form, answers } = weighed;
  const explained = new Set<string>();
  const rest = unownedPoints(weighed);
  return section(`${concern}-${form}`, `${formTitle(weighed)}: ${sumWords(form, weighed)}`, [
    ...list(
      answers.map((each) => answerItem(weighed, each, explained)),
      { column: 8, loose: true },
    ),
    // Points of rules that hold for every answer belong to none of them; said so that the listed points add up.
    ...(rest === null ? [] : paragraphs(`${rest} of them come from rules that hold for every answer.`)),
  ]);
}

function answerItem({ rules }: WeighedForm, weighing: Weighing, explained: Set<string>): Item {
  const { question, implied, ask, labels, note } = weighing;
  const words = [`${ask} `, as("bold", labels), idOf(question, ...(implied ? ["implied"] : []))];
  return item(mark(weighing), said(...words), {
    below: [
      ...(note === null ? [] : paragraphs(`Note: ${note}`)),
      ...rules
        .filter(({ questions }) => questions.includes(question))
        .flatMap((fired) => reason(fired, question, explained)),
    ],
  });
}

/** The points in the colour of the side that they are on. */
function mark(weighing: Weighing): Inline {
  const text = signed(weighing);
  if (weighing.for > 0 && weighing.against > 0) return as("bold", text);
  return as(sideRoles[weighing.form][weighing.for > 0 ? "for" : "against"], text);
}

/** A rule with its reason, which is said once. */
function reason(
  { rule, questions }: ReportedRule,
  question: string,
  explained: Set<string>,
): readonly Block[] {
  const others = questions.filter((other) => other !== question);
  const shared =
    others.length === 0
      ? []
      : [`${plural(Math.abs(rule.points), "point")} shared with ${others.join(" and ")}`];
  const traced = (remarks: readonly string[]) => ({
    id: rule.id,
    remark: [...shared, ...remarks].join(", "),
  });
  if (explained.has(rule.id)) return [paragraph(said(), { ...traced(["as above"]), sources: [] })];
  explained.add(rule.id);
  const { because, contested, sources } = rule;
  return [
    paragraph(said(prose(because)), { ...traced(contested === null ? [] : ["contested"]), sources }),
    ...(contested === null ? [] : [paragraph(said("Contested: ", prose(contested)))]),
  ];
}
