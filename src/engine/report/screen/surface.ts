import type { Recommendation } from "../../model/recommendation.js";
import { type Answer, answerOf, type Limits } from "../answer/answer.js";
import { as, type Inline } from "../inline.js";
import { block, columnsOf, empty, heading, type Lines, ruled } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { clashTitle, reconsidered } from "../wording/clash-words.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { gradeRoles } from "../wording/titles.js";
import { shortHeadline } from "../wording/verdict-words.js";
import { askLines, assumedLines, changeLines, helpLines } from "./outlook.js";
import { placeLines } from "./places.js";
import { fittingCount, type Sheet, shortBlock } from "./shorten.js";
import { type CostRows, watchLines } from "./watch.js";
import { type ReasonRows, whyLines } from "./why.js";

/** How much of a surface is shown: how many of each, and lines for one of them. */
interface Amount extends Limits {
  readonly placeRows: number;
  readonly reasonRows: ReasonRows;
  readonly costRows: CostRows;
}

const most: Amount = {
  reasons: 3,
  costs: 3,
  changes: 3,
  placeRows: 2,
  reasonRows: { first: 2, others: 2 },
  costRows: { cost: 2, toDo: 2 },
};

/** What gives way, in this order, until the rest fits: each also leaves out what those before it do. */
const savings: readonly Partial<Amount>[] = [
  { placeRows: 1 },
  { reasons: 2 },
  { costs: 2 },
  { changes: 2 },
  { reasonRows: { first: 2, others: 1 } },
  { costRows: { cost: 1, toDo: 2 } },
  { changes: 1 },
  { reasonRows: { first: 1, others: 1 } },
  { costRows: { cost: 1, toDo: 1 } },
  { reasons: 1 },
  { costs: 1 },
];

/** What is left after the first `count` savings. */
const amountAt = (count: number): Amount => Object.assign({}, most, ...savings.slice(0, count));

/** Columns by which a screen is measured if the window is narrower. */
const usualWidth = 80;

/** One surface in at most `room` lines, as far as its names, clashes and places allow; at least 80 columns are counted. */
export function surfaceScreen(from: Recommendation, title: string, room: number, style: ReportStyle): Lines {
  const measure = { ...style, width: Math.max(usualWidth, columnsOf(style)) };
  const drawn = (amount: Amount, by: Sheet): Lines => screen(from, title, amount, by);
  const tooLong = (at: number): boolean => drawn(amountAt(at), { style: measure, measure }).length > room;
  return drawn(amountAt(fittingCount(savings.length, tooLong)), { style, measure });
}

function screen(from: Recommendation, title: string, amount: Amount, sheet: Sheet): Lines {
  const { style } = sheet;
  const answer = answerOf(from, amount);
  return [
    ...opening(title, answer, style),
    ...clashLines(from, sheet),
    ...headline(from, sheet),
    empty,
    ...placeLines(answer.places, amount.placeRows, sheet),
    ...(from.verdict === "undecided" ? helpLines(answer, style) : []),
    ...whyLines(answer, amount.reasonRows, sheet),
    ...watchLines(answer, amount.costRows, sheet),
    ...changeLines(from, answer, sheet),
    ...assumedLines(from, answer, sheet),
    ...(from.verdict === "undecided" ? [] : askLines(answer, sheet)),
  ];
}

/** The surface's name, and at the other end how much is answered and the grade. */
function opening(title: string, { grade, answered: { known, all } }: Answer, style: ReportStyle): Lines {
  const graded: readonly Inline[] = grade === null ? [] : [as("dim", " · "), as(gradeRoles[grade], grade)];
  return ruled(style, [as("heading", title)], [as("dim", `${known} of ${all} answered`), ...graded]);
}

const mostClashes = 2;

/** Answers that do not fit each other, and which to look at again. */
function clashLines(from: Recommendation, sheet: Sheet): Lines {
  const { style } = sheet;
  const first = from.clashes.slice(0, mostClashes);
  const left = from.clashes.length - first.length;
  if (first.length === 0) return [];
  return [
    ...heading(style, clashTitle),
    ...first.flatMap((each) => [
      ...shortBlock(each.clash.because, 2, sheet, { mark: [as("bad", "!")] }),
      ...block(style, [as("bold", "Look again at: "), reconsidered(from, each)], { indent: 4 }),
    ]),
    ...(left === 0 ? [] : block(style, [as("dim", `… and ${left} more`)])),
  ];
}

/** The verdict and what is kept where; the team's own decision, if one is recorded. */
function headline(from: Recommendation, sheet: Sheet): Lines {
  const { decision } = from;
  const verdict = block(
    sheet.style,
    [as(from.verdict, from.verdict.toUpperCase()), as("bold", `: ${shortHeadline(from)}`)],
    { indent: 0 },
  );
  if (decision === null) return verdict;
  const by = decision.by === null ? "" : ` by ${decision.by}`;
  const text = `${decision.style}, ${statusOf(from, decision)}.${reasonGiven(decision.because)}`;
  return [...verdict, ...shortBlock(text, 2, sheet, { indent: 0, mark: [as("bold", `Decided${by}:`)] })];
}
