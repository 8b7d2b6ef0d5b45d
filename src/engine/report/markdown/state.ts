import type { Recommendation } from "../../model/recommendation.js";
import { labelsOf } from "../labels.js";
import { concernScopes, concernTitles, placeWords } from "../words.js";
import { type Lines, list, table } from "./blocks.js";
import type { Sheet } from "./sheet.js";

/** What cannot be had whatever the points, with the answers that say so. */
export function vetoes(from: Recommendation, { pen }: Sheet): Lines {
  const { md, prose, code, join, cite } = pen;
  return list(
    from.vetoes.map(({ veto, questions }) => {
      const given = questions.map((question) => md`${code(question)}: ${labelsOf(from, question)}`);
      const contested = veto.contested === null ? md`` : md` Contested: ${prose(veto.contested)}`;
      return {
        line: md`**Pure ${veto.forbids} is ruled out.** ${prose(veto.because)}${contested}${cite(veto.sources, from.urls)}`,
        below: list(given.length === 0 ? [] : [{ line: md`Because of ${join(given, "; ")}` }]),
      };
    }),
  );
}

/** Where the state of each concern lives, by which pattern, and why. */
export function placements(from: Recommendation, { pen }: Sheet): Lines {
  const { md, prose, cite } = pen;
  return table(
    [md`State of`, md`Lives`, md`Pattern`, md`Why`],
    from.concerns.flatMap(({ concern, placement }) => {
      if (placement === null) return [];
      const { place, pattern, because, sources } = placement;
      return [
        [
          md`**${concernTitles[concern]}** (${concernScopes[concern]})`,
          place === "nowhere" ? md`nowhere: there is none` : md`**${placeWords[place]}**`,
          md`${pattern?.title ?? "–"}`,
          md`${prose(because)}${cite(sources, from.urls)}`,
        ],
      ];
    }),
  );
}

/** In full detail: what the patterns of the placement are and what to watch with them. */
export function patterns(from: Recommendation, { pen, style }: Sheet): Lines {
  const { md, bold, prose, cite } = pen;
  if (style.detail === "normal") return [];
  const used = new Map(
    from.concerns.flatMap(({ placement }) =>
      placement?.pattern ? [[placement.pattern.id, placement.pattern]] : [],
    ),
  );
  return list(
    [...used.values()].map(({ title, what, fits, watch, sources }) => ({
      line: md`${bold(title)}: ${prose(what)}${cite(sources, from.urls)}`,
      below: list([{ line: md`Fits when: ${prose(fits)}` }, { line: md`Watch: ${prose(watch)}` }]),
    })),
  );
}
