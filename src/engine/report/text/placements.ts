import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import type { Scores } from "../../model/scores.js";
import { as, glue, type Inline } from "../inline.js";
import { block, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { listed } from "../wording/listed.js";
import { concernScopes, concernTitles, placeWords } from "../words.js";
import { trace } from "./entries.js";

const hang = 13;

/** Concern by concern: where its state lives, by which pattern, and why. */
export function placements(from: Recommendation, style: ReportStyle): readonly string[] {
  if (from.verdict === "undecided") return [];
  const holding = from.concerns.filter(
    ({ placement }) => placement !== null && placement.place !== "nowhere",
  );
  const empty = from.concerns.filter(({ placement }) => placement?.place === "nowhere");
  const blocks = holding.map((concern) => placed(style, concern));
  return spaced([
    ...blocks,
    ...(style.detail === "full" ? empty.map((concern) => placed(style, concern)) : [without(style, empty)]),
    ...from.concerns
      .filter(({ concern }) => concern === "operation")
      .map((concern) => bearing(style, concern)),
  ]);
}

function placed(style: ReportStyle, { concern, scores, placement }: ReportedConcern): readonly string[] {
  if (placement === null) return [];
  const { place, pattern, because, id, sources } = placement;
  const title: readonly Inline[] = pattern === null ? [] : [`: ${pattern.title}`];
  const where = place === "nowhere" ? "no state" : placeWords[place];
  const lines = [
    ...block(style, [as("bold", where), ...title, as("dim", figuresOf(scores))], {
      mark: [as("bold", concernTitles[concern])],
      hang,
    }),
    ...block(style, [because], { hang }),
    ...trace(style, id, sources, { hang }),
  ];
  if (style.detail === "normal") return lines;
  const about =
    pattern === null
      ? []
      : [`What it is: ${pattern.what}`, `Fits when: ${pattern.fits}`, `Watch: ${pattern.watch}`];
  const scope = `About: ${concernScopes[concern]}`;
  return [...lines, ...[scope, ...about].flatMap((line) => block(style, [line], { hang }))];
}

const figuresOf = ({ stateful, stateless }: Scores): string => ` (F${glue}${stateful}, L${glue}${stateless})`;

/** The concern that holds no state but weighs: without it the concerns' points would not add up. */
function bearing(style: ReportStyle, { concern, scores }: ReportedConcern): readonly string[] {
  const content = ["holds no state; bears on where it goes", as("dim", figuresOf(scores))];
  return block(style, content, { mark: [as("bold", concernTitles[concern])], hang });
}

function without(style: ReportStyle, empty: readonly ReportedConcern[]): readonly string[] {
  if (empty.length === 0) return [];
  const names = empty.map(({ concern }) => concernTitles[concern].toLowerCase());
  return block(style, [`for ${listed(names)}`], { mark: ["No state"], hang });
}
