import type { Recommendation, ReportedAnswer, ReportedOpenQuestion } from "../../model/recommendation.js";
import { as, glue, type Inline } from "../inline.js";
import { block } from "../layout.js";
import { bits } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { remainder, shown, spaced } from "./entries.js";

const mostQuestions = 5;

/** The open questions, most telling first. */
export function unanswered(from: Recommendation, style: ReportStyle): readonly string[] {
  if (from.open.length === 0) return [];
  const listed = shown(style, from.open, mostQuestions);
  return [
    ...listed.flatMap((open) => block(style, question(open), { mark: [as("dim", worth(open))], hang: worth(open) === "" ? 0 : 16 })),
    ...remainder(style, from.open.length - listed.length, "question"),
  ];
}

const worth = ({ valueOfInformation }: ReportedOpenQuestion): string =>
  valueOfInformation === null ? "" : `${bits(valueOfInformation)}${glue}${valueOfInformation === 1 ? "bit" : "bits"}`;

function question({ question: id, ask, unsure, overturns }: ReportedOpenQuestion): readonly Inline[] {
  return [ask, as("dim", ` (${id}${unsure ? ", not sure yet" : ""})`), ...(overturns ? [" ", as("caution", "can overturn it alone")] : [])];
}

const mostImplied = 5;

/** What was taken from other answers, with the reason. */
export function implied(from: Recommendation, style: ReportStyle): readonly string[] {
  const taken = from.answers.filter(({ state }) => state === "implied");
  const listed = shown(style, taken, mostImplied);
  return spaced([
    ...listed.map(({ question: id, ask, options, impliedBecause }) => [
      ...block(style, [`${ask} `, as("bold", labelsOf(options)), as("dim", ` (${id})`)], { mark: ["•"] }),
      ...(impliedBecause === null ? [] : block(style, [impliedBecause], { indent: 4 })),
    ]),
    remainder(style, taken.length - listed.length, "answer"),
  ]);
}

const labelsOf = (options: ReportedAnswer["options"]): string => options.map(({ label }) => label).join("; ");
