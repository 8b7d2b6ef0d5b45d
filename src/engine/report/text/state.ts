import type { Recommendation, ReportedConcern, ReportedPlacement } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { capital } from "../wording/phrases.js";
import { givenWords } from "../wording/rule-words.js";
import {
  concernScopes,
  concernTitles,
  labelsOf,
  patternTitle,
  placedPattern,
  placeWords,
} from "../wording/titles.js";
import { trace } from "./trace.js";

/** What one requirement settles whatever the points, with the answers that do so. */
export function settled(from: Recommendation, style: ReportStyle): Lines {
  return spaced(
    from.settled.map(({ rule, questions }) => [
      ...block(style, [as("bold", `${capital(givenWords(rule))}. `), rule.because], {
        mark: ["•"],
      }),
      ...questions.flatMap((question) =>
        block(style, [as("dim", `${question}: ${labelsOf(from, question)}`)], { indent: 4 }),
      ),
      ...(rule.contested === null ? [] : block(style, [`Contested: ${rule.contested}`], { indent: 4 })),
      ...trace(style, rule.id, rule.sources, { indent: 4 }),
    ]),
  );
}

const hang = 13;

/** Concern by concern: where its state lives, by which pattern, and why. */
export function placements(from: Recommendation, style: ReportStyle): Lines {
  return spaced(
    from.concerns.map((each) => (each.placement === null ? [] : placed(style, each, each.placement))),
  );
}

function placed(style: ReportStyle, { concern }: ReportedConcern, placement: ReportedPlacement): Lines {
  const { place, pattern, because, id, sources } = placement;
  const title: readonly Inline[] = pattern === null ? [] : [`: ${patternTitle(pattern)}`];
  const where = place === "nowhere" ? "no state" : placeWords[place];
  const lines = [
    ...block(style, [as("bold", where), ...title], { mark: [as("bold", concernTitles[concern])], hang }),
    ...block(style, [because], { hang }),
    ...trace(style, id, sources, { hang }),
  ];
  const about = [`About: ${concernScopes[concern]}`, ...patternLines(pattern)];
  return [
    ...lines,
    ...about.flatMap((line) => block(style, [line], { hang })),
    ...companion(style, placement),
    ...backing(style, placement),
  ];
}

function companion(style: ReportStyle, { beside }: ReportedPlacement): Lines {
  if (beside === null) return [];
  return [
    ...block(style, [as("bold", "with:"), ` ${placedPattern(beside)}`], { hang }),
    ...patternLines(beside).flatMap((line) => block(style, [line], { hang })),
  ];
}

function backing(style: ReportStyle, { backedBy }: ReportedPlacement): Lines {
  if (backedBy === null) return [];
  const { id, pattern, because, sources } = backedBy;
  return [
    ...block(style, [as("bold", "backed by"), ` ${placedPattern(pattern)}`], { hang }),
    ...block(style, [because], { hang }),
    ...trace(style, id, sources, { hang }),
    ...patternLines(pattern).flatMap((line) => block(style, [line], { hang })),
  ];
}

const patternLines = (pattern: ReportedPlacement["pattern"]): readonly string[] =>
  pattern === null
    ? []
    : [`What it is: ${pattern.what}`, `Fits when: ${pattern.fits}`, `Watch: ${pattern.watch}`];
