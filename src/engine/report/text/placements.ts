import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { concernScopes, concernTitles, placeWords } from "../words.js";
import { spaced, trace } from "./entries.js";

const hang = 13;

/** Concern by concern: where its state lives, by which pattern, and why. */
export function placements(from: Recommendation, style: ReportStyle): readonly string[] {
  if (from.verdict === "undecided") return [];
  const holding = from.concerns.filter(({ placement }) => placement !== null && placement.place !== "nowhere");
  const empty = from.concerns.filter(({ placement }) => placement?.place === "nowhere");
  const blocks = holding.map((concern) => placed(style, concern));
  return spaced([...blocks, ...(style.detail === "full" ? empty.map((concern) => placed(style, concern)) : [without(style, empty)])]);
}

function placed(style: ReportStyle, { concern, scores, placement }: ReportedConcern): readonly string[] {
  if (placement === null) return [];
  const { place, pattern, because, id, sources } = placement;
  const title: readonly Inline[] = pattern === null ? [] : [`: ${pattern.title}`];
  const where = place === "nowhere" ? "no state" : placeWords[place];
  const figures = ` (F ${scores.stateful}, L ${scores.stateless})`;
  const lines = [
    ...block(style, [as("bold", where), ...title, as("dim", figures)], { mark: [as("bold", concernTitles[concern])], hang }),
    ...block(style, [`${because} `, trace(id, sources)], { indent: 2, hang }),
  ];
  if (style.detail === "normal") return lines;
  const about = pattern === null ? [] : [`What it is: ${pattern.what}`, `Fits when: ${pattern.fits}`, `Watch: ${pattern.watch}`];
  const scope = `About: ${concernScopes[concern]}`;
  return [...lines, ...[scope, ...about].flatMap((line) => block(style, [line], { indent: 2, hang }))];
}

function without(style: ReportStyle, empty: readonly ReportedConcern[]): readonly string[] {
  if (empty.length === 0) return [];
  const names = empty.map(({ concern }) => concernTitles[concern].toLowerCase());
  return block(style, [`none for ${names.join(" and ")}`], { mark: ["No state"], hang });
}
