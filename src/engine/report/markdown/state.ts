import { guidanceTopics } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { shown } from "../chosen.js";
import { concernScopes, concernTitles, guidanceTitles, labelsOf, placeWords } from "../wording/titles.js";
import { type Lines, list, paragraph, remainder, stacked, table } from "./blocks.js";
import type { Sheet } from "./writer.js";

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

const mostGains = 3;
const mostCosts = 4;

/** What the verdict brings and costs for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation, sheet: Sheet): Lines {
  return stacked([
    entries(from, sheet, "advantage", mostGains),
    entries(from, sheet, "disadvantage", mostCosts),
  ]);
}

function entries(
  from: Recommendation,
  sheet: Sheet,
  kind: "advantage" | "disadvantage",
  most: number,
): Lines {
  const { md, prose, cite } = sheet.pen;
  const all = from.tradeoffs.filter((entry) => entry.kind === kind);
  const listed = shown(sheet.style, all, most);
  if (all.length === 0) return [];
  return [
    ...paragraph(kind === "advantage" ? md`**It brings:**` : md`**It costs:**`),
    "",
    ...list(
      listed.map(({ text, mitigation, sources }) => ({
        line: md`${prose(text)}${cite(sources, from.urls)}`,
        below: mitigation === null ? [] : list([{ line: md`**What to do:** ${prose(mitigation)}` }]),
      })),
    ),
    ...remainder(sheet, all.length - listed.length, kind),
  ];
}

/** In full detail: how errors, retries, consistency and monitoring should look. */
export function guidance(from: Recommendation, { pen, style }: Sheet): Lines {
  const { md, prose, cite } = pen;
  if (style.detail === "normal") return [];
  return list(
    guidanceTopics
      .flatMap((topic) => from.guidance.filter((entry) => entry.topic === topic))
      .map(({ topic, text, because, sources }) => ({
        line: md`**${guidanceTitles[topic]}:** ${prose(text)}${cite(sources, from.urls)}`,
        below: list([{ line: md`Why: ${prose(because)}` }]),
      })),
  );
}
