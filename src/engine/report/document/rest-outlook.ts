import type { Change } from "../../model/analysis.js";
import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { bits } from "../numbers.js";
import { questionOf } from "../selection.js";
import {
  type Alternative,
  concernTippingGroups,
  type TippingGroup,
  tippingSection,
  worded,
} from "../tipping.js";
import { assumptionsInOrder, assumptionWords } from "../wording/assumption-words.js";
import { capital } from "../wording/phrases.js";
import { gradeRoles, questionName } from "../wording/titles.js";
import { answers, gradeOf, gradeReason, notAnalysed, weights } from "../wording/trust-words.js";
import {
  type Block,
  type Item,
  idOf,
  item,
  list,
  type Phrase,
  paragraph,
  paragraphs,
  prose,
  said,
  terms,
} from "./blocks.js";

/** The grade in words, with the two words that it sums up and the figures behind them. */
export function trust(from: Recommendation): readonly Block[] {
  const { analysis } = from;
  if (analysis === null) return paragraphs(notAnalysed(from));
  const grade = gradeOf(from);
  return [
    ...(grade === null
      ? []
      : [paragraph(said(as(gradeRoles[grade], `${capital(grade)}: `), gradeReason(from, analysis)))]),
    ...terms(
      [
        item(as("bold", "Answers"), said(answers(from, analysis))),
        item(as("bold", "Weights"), said(weights(from, analysis))),
      ],
      11,
    ),
  ];
}

/** The open questions that are read as their harmless option, and what happens otherwise; those on the verdict first. */
export const assumptions = (from: Recommendation): readonly Block[] =>
  list(assumptionsInOrder(from).map((each) => item(null, said(...assumptionWords(from, each)))));

/** The smallest changes of given answers that change the verdict, and single ones that move one concern. */
export function tipping(from: Recommendation): readonly Block[] {
  const found = tippingSection(from, () => Number.POSITIVE_INFINITY);
  if (found === null) return [];
  const areSingle = from.analysis?.tippingPoints.points[0]?.changes.length === 1;
  const moves = concernTippingGroups(from).map(({ lead, alternatives }) =>
    item(null, said(lead), { below: list(alternatives.flatMap((each) => inFull(from, each))) }),
  );
  return [
    ...paragraphs(found.lead),
    ...list(found.groups.map((group) => leadingTo(from, group, areSingle))),
    ...(found.more === null ? [] : paragraphs(as("dim", found.more))),
    ...list(moves),
  ];
}

const inFull = (from: Recommendation, { changes, others }: Alternative): readonly Item[] =>
  changes.map((change) => item(null, said(...worded(from, change, others))));

/** Sets of answers listed for one verdict: with one that takes two lines, eight lines. */
const mostSets = 7;

/** The sets that lead to one verdict; what they all share is listed once, and of many sets only the first. */
function leadingTo(
  from: Recommendation,
  { verdict, shared, alternatives }: TippingGroup,
  areSingle: boolean,
): Item {
  const mark = "→";
  if (areSingle)
    return item(mark, said(as(verdict, verdict)), {
      below: list(
        [...shared.map((change) => ({ changes: [change], others: [] })), ...alternatives].flatMap((each) =>
          inFull(from, each),
        ),
      ),
    });
  const listed = alternatives.slice(0, Math.max(1, mostSets - shared.length));
  const left = alternatives.length - listed.length;
  const sets = listed.map(({ changes, others }) => item(null, said(...inShort(changes, others))));
  const more = left === 0 ? [] : [item(null, said(as("dim", `… and ${left} more of these`)))];
  const together = shared.map((change, at) => item(at === 0 ? null : "+", said(...worded(from, change, []))));
  if (shared.length === 0)
    return item(mark, said(as(verdict, verdict), ", with any one of these sets:"), {
      below: list([...sets, ...more]),
    });
  return item(mark, said(as(verdict, verdict), ", with"), {
    below: [
      ...list(together),
      ...(sets.length === 0 ? [] : [...paragraphs("together with any one of"), ...list([...sets, ...more])]),
    ],
  });
}

/** A set of changes by ids alone: many sets in full words would hide what they have in common. */
function inShort(changes: readonly Change[], others: readonly Change[]): readonly Inline[] {
  return changes.flatMap(({ question, from, to }, at): readonly Inline[] => [
    ...(at === 0 ? [] : [" + "]),
    `${question} ${to === null ? "without " : from === null ? "also " : ""}`,
    as("bold", [to ?? from, ...others.map((other) => other.to)].join(" or ")),
  ]);
}

/** The open questions that bear on the verdict, most informative first, and the names of the others. */
export function openQuestions(from: Recommendation): readonly Block[] {
  const { open, analysis } = from;
  if (analysis === null) return list(open.map((each) => openItem(from, each)));
  const bearing = open.filter(({ overturns, valueOfInformation: value }) => overturns || value !== 0);
  const others = open.filter((each) => !bearing.includes(each));
  return [
    ...(bearing.length === 0
      ? []
      : paragraphs(as("dim", "Bits: how much an answer narrows the verdict down, on average."))),
    ...list(bearing.map((each) => openItem(from, each))),
    ...(others.length === 0
      ? []
      : paragraphs(`${withoutBearing(others.length, bearing.length)} ${named(others)}.`)),
  ];
}

function withoutBearing(others: number, bearing: number): string {
  const subject = `The ${bearing > 0 ? "other " : ""}open ${others === 1 ? "question" : "questions"}`;
  const them = others === 1 ? "it" : "them";
  return `${subject} cannot change the verdict alone, but patterns, places and advice may still depend on ${them}:`;
}

const named = (open: readonly ReportedOpenQuestion[]): string =>
  open
    .map(({ question, unsure }) => `${questionName(question)}${unsure ? " (not sure yet)" : ""}`)
    .join(", ");

function openItem(
  from: Recommendation,
  { question, ask, unsure, overturns, valueOfInformation: value }: ReportedOpenQuestion,
): Item {
  const alone = from.verdict === "undecided" ? "can settle it alone" : "can overturn it alone";
  const remarks = [...(value === null ? [] : [`${bits(value)} bits`]), ...(unsure ? ["not sure yet"] : [])];
  const words: readonly Phrase[] = [
    ask,
    idOf(question, ...remarks),
    ...(overturns ? [": ", as("caution", alone)] : []),
  ];
  return item(null, said(...words), {
    below: [paragraph(said("Why it matters: ", prose(questionOf(from, question).why)))],
  });
}
