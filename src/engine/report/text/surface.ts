import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, ends, type Lines, ruleAcross, spaced, titled } from "../layout.js";
import { plural } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { gradeRoles, surfaceTitle } from "../wording/titles.js";
import { heavierFirst, meaning } from "../wording/verdict-words.js";
import { answersWithoutPoints, operation, placements, tradeoffs, vetoes } from "./entries.js";
import { implied, tipping, trust, unanswered } from "./outlook.js";
import { scales } from "./scales.js";
import { weighing } from "./weighing.js";

/** Everything about one surface, what matters most first; sections with nothing to say are left out. */
export function surface(from: Recommendation, style: ReportStyle): Lines {
  const section = (title: string, lines: Lines): Lines => titled(style, title, lines);
  const undecided = from.verdict === "undecided";
  const open = section(openTitle(from), unanswered(from, style));
  return spaced([
    opening(from, style),
    headline(from, style),
    ...(undecided ? [open] : []),
    scales(from, style),
    ...weighed(from, style),
    section("Ruled out regardless of points", vetoes(from, style)),
    section("Where the state lives", placements(from, style)),
    section("What this choice brings and costs", tradeoffs(from, style)),
    section("Errors and operation", operation(from, style)),
    section(undecided ? "Where it can still lead" : "How far to trust it", trust(from, style)),
    section("What would change it", tipping(from, style)),
    ...(undecided ? [] : [open]),
    section("Implied answers", implied(from, style)),
    section("Answers that carry no points", answersWithoutPoints(from, style)),
  ]);
}

function weighed(from: Recommendation, style: ReportStyle): readonly Lines[] {
  if (from.scores.stateful + from.scores.stateless === 0) return [];
  return heavierFirst(from.scores).map((favoured) => weighing(from, style, favoured));
}

function openTitle({ open, verdict, analysis }: Recommendation): string {
  const many = plural(open.length, "open question");
  const order = analysis === null ? "" : ", most informative first";
  return verdict === "undecided"
    ? `What would help most (${many}${order})`
    : `Still unanswered (${many}${order})`;
}

function opening(from: Recommendation, style: ReportStyle): Lines {
  const { at } = from;
  return [
    ruleAcross(style),
    ...ends(style, [as("heading", surfaceTitle(from))], [as("dim", `${at.file}:${at.line}`)]),
    ruleAcross(style),
  ];
}

/** The verdict, its grade and what it means; the team's own decision, if one is recorded. */
export function headline(from: Recommendation, style: ReportStyle): Lines {
  const grade = from.analysis?.grade ?? null;
  const graded: readonly Inline[] = grade === null ? [] : [" · ", as(gradeRoles[grade], grade)];
  return spaced([
    [
      ...block(style, [as(from.verdict, from.verdict.toUpperCase()), ...graded]),
      ...block(style, [meaning(from)]),
    ],
    recorded(from, style),
  ]);
}

function recorded(from: Recommendation, style: ReportStyle): Lines {
  const { decision } = from;
  if (decision === null) return [];
  const by = decision.by === null ? "" : ` by ${decision.by}`;
  return block(style, [
    as("bold", `Decided${by}: `),
    as(decision.style, decision.style),
    `, ${statusOf(from, decision)}.${reasonGiven(decision.because)}`,
  ]);
}
