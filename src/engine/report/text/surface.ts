import type { Decision } from "../../model/answers.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, ends, ruleAcross, spaced } from "../layout.js";
import { plural } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { reasonGiven, standingWords } from "../wording/decision-words.js";
import { gradeRoles, surfaceTitle } from "../wording/titles.js";
import { meaning } from "../wording/verdict-words.js";
import { operation, placements, silent, tradeoffs, vetoes } from "./entries.js";
import { implied, tipping, trust, unanswered } from "./outlook.js";
import { scales } from "./scales.js";
import { weighing } from "./weighing.js";

/** Everything about one surface, what matters most first; sections with nothing to say are left out. */
export function surface(from: Recommendation, style: ReportStyle): readonly string[] {
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [...block(style, [as("heading", title)], { indent: 0 }), "", ...lines];
  const undecided = from.verdict === "undecided";
  const open = section(openTitle(from), unanswered(from, style));
  return spaced([
    opening(from, style),
    headline(from, style),
    ...(undecided ? [open] : []),
    scales(from, style),
    ...weighed(from, style),
    section("Ruled out whatever the points", vetoes(from, style)),
    section("Where the state lives", placements(from, style)),
    section("What this choice brings and costs", tradeoffs(from, style)),
    section("Errors and operation", operation(from, style)),
    section(undecided ? "Where it can still lead" : "How far to trust it", trust(from, style)),
    section("What would change it", tipping(from, style)),
    ...(undecided ? [] : [open]),
    section("Taken as implied", implied(from, style)),
    section("Answers that brought in no points", silent(from, style)),
  ]);
}

function weighed(from: Recommendation, style: ReportStyle): readonly (readonly string[])[] {
  if (from.scores.stateful + from.scores.stateless === 0) return [];
  const stateful = weighing(from, style, "stateful");
  const stateless = weighing(from, style, "stateless");
  return from.scores.stateful >= from.scores.stateless ? [stateful, stateless] : [stateless, stateful];
}

function openTitle({ open, verdict, analysis }: Recommendation): string {
  const many = plural(open.length, "open question");
  const order = analysis === null ? "" : ", most telling first";
  return verdict === "undecided"
    ? `What would help most (${many}${order})`
    : `Still unanswered (${many}${order})`;
}

function opening(from: Recommendation, style: ReportStyle): readonly string[] {
  const { at } = from;
  return [
    ruleAcross(style),
    ...ends(style, [as("heading", surfaceTitle(from))], [as("dim", `${at.file}:${at.line}`)]),
    ruleAcross(style),
  ];
}

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
