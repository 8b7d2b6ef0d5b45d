import type { Analysis } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { capital } from "../capital.js";
import { as } from "../inline.js";
import { block, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { answers, gradeReason, notAnalysed, weights } from "../wording/trust-words.js";
import { gradeRoles } from "../words.js";

const hang = 11;

/** The grade in words, with the figures that it is drawn from. */
export function trust(from: Recommendation, style: ReportStyle): readonly string[] {
  const { analysis } = from;
  if (analysis === null) return block(style, [notAnalysed(from)]);
  const labelled = (label: string, text: string): readonly string[] =>
    block(style, [text], { mark: [as("bold", label)], hang });
  return spaced([
    gradeLines(from, analysis, style),
    [...labelled("Weights", weights(from, analysis)), ...labelled("Answers", answers(from, analysis.reach))],
  ]);
}

function gradeLines(from: Recommendation, analysis: Analysis, style: ReportStyle): readonly string[] {
  const { grade } = analysis;
  if (grade === null) return [];
  return block(style, [as(gradeRoles[grade], `${capital(grade)}: `), gradeReason(from, analysis)]);
}
