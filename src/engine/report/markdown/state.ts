import type { Recommendation } from "../../model/recommendation.js";
import { concernScopes, concernTitles, patternTitle, placedPattern, placeWords } from "../wording/titles.js";
import { alignedTable, type Lines } from "./blocks.js";
import type { MarkdownWriter } from "./writer.js";

/** Where the state of each concern lives, by which pattern, and why. */
export function placements(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, prose, cite } = writer;
  return alignedTable(
    [md`State of`, md`Lives`, md`Pattern`, md`Why`],
    from.concerns.flatMap(({ concern, placement }) => {
      if (placement === null) return [];
      const { place, pattern, beside, because, sources, backedBy } = placement;
      const by = pattern === null ? "–" : patternTitle(pattern);
      const companion = beside === null ? md`` : md`; **with:** ${placedPattern(beside)}`;
      const backed = backedBy === null ? md`` : md`; **backed by** ${placedPattern(backedBy.pattern)}`;
      const why =
        backedBy === null ? md`` : md` ${prose(backedBy.because)}${cite(backedBy.sources, from.urls)}`;
      return [
        [
          md`**${concernTitles[concern]}** (${concernScopes[concern]})`,
          place === "nowhere" ? md`nowhere: there is none` : md`**${placeWords[place]}**`,
          md`${by}${companion}${backed}`,
          md`${prose(because)}${cite(sources, from.urls)}${why}`,
        ],
      ];
    }),
  );
}
