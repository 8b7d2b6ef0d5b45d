import type { Recommendation } from "../../model/recommendation.js";
import type { SurfaceHead } from "../document/blocks.js";
import { headOf } from "../document/head.js";
import { restOf } from "../document/rest.js";
import { as, type Inline } from "../inline.js";
import { block, ends, type Lines, ruleAcross, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { gradeRoles, surfaceTitle } from "../wording/titles.js";
import { drawBlocks, drawSections, inFull } from "./draw.js";

/** Everything about one surface; its answers that do not fit each other first of all. */
export function surface(from: Recommendation, title: string, style: ReportStyle): Lines {
  const head = headOf(from, title);
  const rest = restOf(from);
  const isClash = (id: string): boolean => id === "clashes";
  return spaced([
    [ruleAcross(style), ...ends(style, [as("heading", title)], [as("dim", head.where)]), ruleAcross(style)],
    drawSections(
      rest.filter(({ id }) => isClash(id)),
      inFull(style),
    ),
    headlineLines(head, style),
    drawSections(
      rest.filter(({ id }) => !isClash(id)),
      inFull(style),
    ),
  ]);
}

/** The verdict, what is kept, the grade, and what it means; the team's own decision, and answers to confirm. */
export const headline = (from: Recommendation, style: ReportStyle): Lines =>
  headlineLines(headOf(from, surfaceTitle(from)), style);

function headlineLines(
  { verdict, statement, meaning, grade, decision }: SurfaceHead,
  style: ReportStyle,
): Lines {
  const graded: readonly Inline[] = grade === null ? [] : [" · ", as(gradeRoles[grade], grade)];
  return spaced([
    [
      ...block(style, [as(verdict, verdict.toUpperCase()), as("bold", `: ${statement}`), ...graded]),
      ...block(style, [meaning]),
    ],
    drawBlocks(decision, inFull(style), 2),
  ]);
}
