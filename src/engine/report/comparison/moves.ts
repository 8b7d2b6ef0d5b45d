import { type Escaped, joinedLines, jsonText } from "../../diagnostics/plain-text.js";
import type { Moves } from "../../model/movement.js";
import type { Recommendation, Report } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { definitionsJson } from "../json/definitions.js";
import { jsonSurface } from "../json/document.js";
import { block, empty, type Lines, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { titlesIn, unchangedWords } from "../wording/movement-words.js";
import { movementLines } from "./movement-lines.js";
import { moreInFull } from "./side-by-side.js";
import { movementJson } from "./whatif.js";

/** What moves of each surface with other answers; then the added and removed surfaces, a line each. */
export function movesText(moves: Moves, style: ReportStyle): Escaped {
  const titleOf = titlesIn(moves);
  const line = (from: Recommendation, ...words: readonly Inline[]): Lines =>
    block(style, [as("bold", titleOf(from)), ": ", ...words], { indent: 0 });
  const rest = [
    ...moves.added.flatMap((from) => line(from, "new, ", as(from.verdict, from.verdict))),
    ...moves.removed.flatMap((from) => line(from, "removed; it was ", as(from.verdict, from.verdict))),
    ...(moves.unchanged === 0 ? [] : block(style, [unchangedWords(moves)], { indent: 0 })),
  ];
  const more = moves.changed.length === 0 ? [] : moreInFull(style);
  const parts = [...moves.changed.map((movement) => movementLines(movement, style)), spaced([rest, more])];
  return joinedLines(
    parts
      .filter((lines) => lines.length > 0)
      .flatMap((lines, at) => (at === 0 ? lines : [empty, empty, ...lines])),
  );
}

/** The same in the shape of the JSON report, with its definitions, the ids of what differs and the former names. */
export function movesJson(
  { tool, pack }: Pick<Report, "tool" | "pack">,
  { changed, added, removed, unchanged }: Moves,
  style: Pick<ReportStyle, "unicode">,
): Escaped {
  const named = (from: Recommendation): object => {
    const { service, source, surface } = from;
    return { service, source, surface };
  };
  const whole = (from: Recommendation): object => ({ ...named(from), recommendation: jsonSurface(from) });
  const surfaces = changed.map((movement) => ({ ...movementJson(movement), was: named(movement.before) }));
  const others = { added: added.map(whole), removed: removed.map(whole), unchanged };
  const definitions = definitionsJson([
    ...changed.flatMap(({ before, after }) => [before, after]),
    ...added,
    ...removed,
  ]);
  return jsonText({ version: 2, tool, pack, definitions, surfaces, ...others }, style);
}
