import type { Recommendation, Report } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { drawnFromLead, notAskedWords } from "../wording/pack-words.js";
import { listed } from "../wording/phrases.js";
import { gradeRoles, withShortTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";
import { type Block, item, list, paragraph, said } from "./blocks.js";

/** Several surfaces: those whose answers do not fit each other, and a table; nothing for one. */
export function overviewOf(surfaces: readonly Recommendation[]): readonly Block[] {
  if (surfaces.length < 2) return [];
  const named = withShortTitles(surfaces);
  const clashing = named.flatMap(([name, { clashes }]) => (clashes.length > 0 ? [name] : []));
  const warning = `Some answers do not fit each other: ${listed(clashing)}.`;
  return [
    ...list(clashing.length === 0 ? [] : [item(as("bad", "!"), said(warning))]),
    {
      kind: "table",
      head: ["surface", "verdict", "grade", "kept"],
      rows: named.map(([name, from]) => [name, ...overviewCells(from)]),
    },
  ];
}

/** What stands beside the name of a surface. */
export const overviewCells = (from: Recommendation): readonly Inline[] => [
  as(from.verdict, from.verdict),
  gradeCell(from),
  keptShort(from),
];

/** The grade in its colour; a dash without one. */
export function gradeCell(from: Recommendation): Inline {
  const grade = gradeOf(from);
  return grade === null ? "–" : as(gradeRoles[grade], grade);
}

/** What is not asked, and where the rules come from. */
export function closingOf({ tool, pack }: Report): readonly Block[] {
  const { drawnFrom } = pack;
  const notAsked = notAskedWords(pack);
  return [
    ...(notAsked === null
      ? []
      : [paragraph(said(`${notAsked.text} `, { kind: "code", text: notAsked.command }))]),
    ...(drawnFrom === null
      ? []
      : [
          paragraph(
            said(as("dim", drawnFromLead), { kind: "link", text: drawnFrom.title, url: drawnFrom.url }),
          ),
        ]),
    paragraph(
      said(
        as("dim", `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`),
      ),
    ),
  ];
}
