import { guidanceTopics } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { shown } from "../shown.js";
import { guidanceTitles } from "../words.js";
import { type Lines, list, paragraph, stacked } from "./blocks.js";
import { remainder } from "./remainder.js";
import type { Sheet } from "./sheet.js";

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
