import type { Pattern } from "../../model/pack.js";
import type { Recommendation, ReportedConcern, ReportedPlacement } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { gaugesOf } from "../wording/concern-words.js";
import {
  classRoles,
  concernScopes,
  concernTitles,
  patternTitle,
  placedPattern,
  placeWords,
} from "../wording/titles.js";
import {
  type Block,
  type Item,
  item,
  type Phrase,
  paragraph,
  paragraphs,
  prose,
  said,
  terms,
} from "./blocks.js";

const column = 13;

/** Each concern, kept or not and why, and whether the conversation is bound; as a balance where points decide. */
export function gauges(from: Recommendation): readonly Block[] {
  const all = gaugesOf(from);
  const sums = all.filter(({ byPoints }) => byPoints).flatMap(({ points }) => [points.for, points.against]);
  const widest = Math.max(1, ...sums);
  return terms(
    all.map(({ title, outcome, word, because, form, points, byPoints }) =>
      item(as("bold", title), said(as(classRoles[outcome], word), ": ", prose(because)), {
        below: byPoints
          ? [
              {
                kind: "figure",
                figure: { kind: "balance", form, points, widest, title: `${title}: ${because}` },
              },
            ]
          : [],
      }),
    ),
    column,
  );
}

/** Concern by concern: where its state lives, by which pattern, and why. */
export function placements({ concerns }: Recommendation): readonly Block[] {
  const placed = concerns.flatMap((each) =>
    each.placement === null ? [] : [placedItem(each, each.placement)],
  );
  return terms(placed, column, { loose: true });
}

function placedItem({ concern }: ReportedConcern, placement: ReportedPlacement): Item {
  const { place, pattern, because, id, sources } = placement;
  const where = place === "nowhere" ? "no state" : placeWords[place];
  return item(
    as("bold", concernTitles[concern]),
    said(as("bold", where), pattern === null ? "" : `: ${patternTitle(pattern)}`),
    {
      below: [
        paragraph(said(prose(because)), { id, remark: "", sources }),
        ...paragraphs(`About: ${concernScopes[concern]}`),
        ...(pattern === null ? [] : patternBlocks(pattern)),
        ...companion(placement),
        ...backing(placement),
      ],
    },
  );
}

function companion({ beside }: ReportedPlacement): readonly Block[] {
  if (beside === null) return [];
  return [paragraph(said(as("bold", "with:"), ` ${placedPattern(beside)}`)), ...patternBlocks(beside)];
}

function backing({ backedBy }: ReportedPlacement): readonly Block[] {
  if (backedBy === null) return [];
  const { id, pattern, because, sources } = backedBy;
  return [
    paragraph(said(as("bold", "backed by"), ` ${placedPattern(pattern)}`)),
    paragraph(said(prose(because)), { id, remark: "", sources }),
    ...patternBlocks(pattern),
  ];
}

function patternBlocks({ what, fits, watch }: Pattern): readonly Block[] {
  const line = (lead: string, text: string): readonly Phrase[] => [`${lead}: `, prose(text)];
  return [line("What it is", what), line("Fits when", fits), line("Watch", watch)].map((words) =>
    paragraph(said(...words)),
  );
}
