import type { Decision } from "../../model/answers.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { reasonGiven, standingWords } from "../wording/decision-words.js";
import { meaning } from "../wording/verdict-words.js";
import { gradeRoles } from "../words.js";

/** The verdict, its grade and what it means; the team's own decision, where one is recorded. */
export function headline(from: Recommendation, style: ReportStyle): readonly string[] {
  const grade = from.analysis?.grade ?? null;
  const graded: readonly Inline[] = grade === null ? [] : [" · ", as(gradeRoles[grade], grade)];
  return [
    ...block(style, [as(from.verdict, from.verdict.toUpperCase()), ...graded]),
    ...block(style, [meaning(from)]),
    ...(from.decision === null ? [] : ["", ...recorded(from, from.decision, style)]),
  ];
}

function recorded(from: Recommendation, decision: Decision, style: ReportStyle): readonly string[] {
  const by = decision.by === null ? "" : ` by ${decision.by}`;
  return block(style, [
    as("bold", `Decided${by}: `),
    as(decision.style, decision.style),
    `, ${standingWords(from, decision)}.${reasonGiven(decision.because)}`,
  ]);
}
