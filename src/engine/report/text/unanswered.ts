import type { Recommendation, ReportedAnswer, ReportedOpenQuestion } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, spaced } from "../layout.js";
import { bits } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../shown.js";
import { listed } from "../wording/listed.js";
import { remainder } from "./entries.js";

const mostQuestions = 5;

/** The open questions, most telling first; only their names when none of them can change anything. */
export function unanswered(from: Recommendation, style: ReportStyle): readonly string[] {
  const { open, analysis } = from;
  if (open.length === 0) return [];
  const idle = open.every(({ valueOfInformation, overturns }) => valueOfInformation === 0 && !overturns);
  if (idle && style.detail === "normal") {
    return block(style, [
      `None of them changes the verdict: ${listed(open.map(({ question }) => question))}.`,
    ]);
  }
  const first = shown(style, open, mostQuestions);
  const undecided = from.verdict === "undecided";
  const questions = first.flatMap((each) =>
    block(style, question(each, undecided), {
      mark: [as("dim", worth(each))],
      hang: analysis === null ? 0 : 12,
    }),
  );
  const legend = "Bits: how much an answer narrows the verdict down, on average.";
  return spaced([
    analysis === null ? [] : block(style, [as("dim", legend)]),
    [...questions, ...remainder(style, open.length - first.length, "question")],
  ]);
}

const worth = ({ valueOfInformation }: ReportedOpenQuestion): string =>
  valueOfInformation === null ? "" : `${bits(valueOfInformation)} bits`;

function question(
  { question: id, ask, unsure, overturns }: ReportedOpenQuestion,
  undecided: boolean,
): readonly Inline[] {
  const alone = undecided ? "can settle it alone" : "can overturn it alone";
  return [
    ask,
    as("dim", ` (${id}${unsure ? ", not sure yet" : ""})`),
    ...(overturns ? [": ", as("caution", alone)] : []),
  ];
}

const mostImplied = 5;

/** What was taken from other answers, with the reason. */
export function implied(from: Recommendation, style: ReportStyle): readonly string[] {
  const taken = from.answers.filter(({ state }) => state === "implied");
  const first = shown(style, taken, mostImplied);
  return spaced([
    ...first.map(({ question: id, ask, options, impliedBecause }) => [
      ...block(style, [`${ask} `, as("bold", labelsOf(options)), as("dim", ` (${id})`)], { mark: ["•"] }),
      ...(impliedBecause === null ? [] : block(style, [impliedBecause], { indent: 4 })),
    ]),
    remainder(style, taken.length - first.length, "answer"),
  ]);
}

const labelsOf = (options: ReportedAnswer["options"]): string => options.map(({ label }) => label).join("; ");
