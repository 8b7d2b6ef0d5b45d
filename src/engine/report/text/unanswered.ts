import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
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
    listed.flatMap(({ question: id, options, impliedBecause }) =>
      block(style, [as("bold", options.map(({ label }) => label).join("; ")), as("dim", ` (${id})`), ` ${impliedBecause ?? ""}`], { mark: ["•"] }),
    ),
    remainder(style, taken.length - listed.length, "answer"),
  ]);
}
