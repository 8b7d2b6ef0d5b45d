import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, ends, type Lines, ruleAcross, spaced, titled } from "../layout.js";
import { plural } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { clashTitle } from "../wording/clash-words.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { gradeRoles, surfaceTitle } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { headlineOf, verdictMeaning } from "../wording/verdict-words.js";
import { clashes } from "./clashes.js";
import { operation, otherAnswers, tradeoffs } from "./entries.js";
import { gauges } from "./gauges.js";
import { assumptions, implied, tipping, trust, unanswered } from "./outlook.js";
import { placements, settled } from "./state.js";
import { weighing } from "./weighing.js";

/** Everything about one surface, what matters most first; sections with nothing to say are left out. */
export function surface(from: Recommendation, style: ReportStyle): Lines {
  const section = (title: string, lines: Lines): Lines => titled(style, title, lines);
  const undecided = from.verdict === "undecided";
  const open = section(openTitle(from), unanswered(from, style));
  return spaced([
    opening(from, style),
    section(clashTitle, clashes(from, style)),
    headline(from, style),
    ...(undecided ? [open] : []),
    section("What has to be kept", gauges(from, style)),
    section("Settled whatever the points", settled(from, style)),
    ...weighing(from, style),
    section("Where the state lives", placements(from, style)),
    section("What it assumes", assumptions(from, style)),
    section("What this choice brings and costs", tradeoffs(from, style)),
    section("Errors and operation", operation(from, style)),
    section(undecided ? "Where it can still lead" : "How far to trust it", trust(from, style)),
    section("What would change it", tipping(from, style)),
    ...(undecided ? [] : [open]),
    section("Implied answers", implied(from, style)),
    section("Other answers", otherAnswers(from, style)),
  ]);
}

function openTitle({ open, verdict, analysis }: Recommendation): string {
  const many = plural(open.length, "open question");
  const order = analysis === null || open.length === 1 ? "" : ", most informative first";
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

/** The verdict, what is kept, the grade, and what it means; the team's own decision, if one is recorded. */
export function headline(from: Recommendation, style: ReportStyle): Lines {
  const grade = gradeOf(from);
  const graded: readonly Inline[] = grade === null ? [] : [" · ", as(gradeRoles[grade], grade)];
  return spaced([
    [
      ...block(style, [
        as(from.verdict, from.verdict.toUpperCase()),
        as("bold", `: ${headlineOf(from)}`),
        ...graded,
      ]),
      ...block(style, [verdictMeaning(from)]),
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
