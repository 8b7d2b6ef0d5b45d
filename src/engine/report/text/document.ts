import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report, ReportedPack } from "../../model/recommendation.js";
import { as, glue, type Inline } from "../inline.js";
import { block, columnsOf, type Lines, spaced, tableRow, titled, widest } from "../layout.js";
import type { Format, ReportStyle } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { citedBy, sourcesOf } from "../sources.js";
import { drawnFromLead, notAskedWords } from "../wording/pack-words.js";
import { listed } from "../wording/phrases.js";
import { gradeRoles, withShortTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";
import { surface } from "./surface.js";

/** A report for people at a terminal: a table if there are several surfaces, then each surface. */
export const textReport: Format = (report, style) => {
  const lines = body(report, style);
  return joinedLines(spaced([lines, closing(report, style, lines)]));
};

function body(report: Report, style: ReportStyle): Lines {
  const surfaces = surfacesOf(report);
  return spaced([
    clashLine(surfaces, style),
    summaryTable(surfaces, style),
    ...surfaces.map((each) => surface(each, style)),
    bibliography(surfaces, style),
  ]);
}

function closing(report: Report, style: ReportStyle, lines: Lines): Lines {
  const { tool, pack } = report;
  const more = isShortened(report, style, lines)
    ? ["Only what weighs most is listed: --verbose or --format json shows everything."]
    : [];
  const origin = `${tool.name} ${tool.version} · rule pack ${pack.name} ${pack.version} (${pack.digest})`;
  const source = pack.drawnFrom === null ? [] : [`${drawnFromLead}${pack.drawnFrom.title}.`];
  return [
    ...notAsked(pack, style),
    ...[...more, ...source, origin].flatMap((line) => block(style, [as("dim", line)], { indent: 0 })),
  ];
}

function notAsked(pack: ReportedPack, style: ReportStyle): Lines {
  const words = notAskedWords(pack);
  if (words === null) return [];
  const command = words.command.replaceAll(" …", `${glue}…`);
  return block(style, [`${words.text} ${command}`], { indent: 0 });
}

/** Whether full detail would say more. Usually it would list sources, which can be seen without drawing all of it. */
function isShortened(report: Report, style: ReportStyle, lines: Lines): boolean {
  if (style.detail === "full") return false;
  const full: ReportStyle = { ...style, detail: "full" };
  return hasBibliography(surfacesOf(report)) || body(report, full).join("\n") !== lines.join("\n");
}

interface Column {
  readonly title: string;
  readonly cell: (from: Recommendation) => Inline;
}

const columns: readonly Column[] = [
  { title: "verdict", cell: ({ verdict }) => as(verdict, verdict) },
  { title: "grade", cell: gradeCell },
  { title: "kept", cell: keptShort },
];
const gap = 2;

/** The columns left for names if the others are to stand beside them. */
const leastName = 14;

/** One row per surface; empty for a report on one. On a narrow page the columns that do not fit are left out. */
export function summaryTable(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
  if (surfaces.length < 2) return [];
  const named = withShortTitles(surfaces);
  const fitting: { readonly column: Column; readonly width: number }[] = [];
  let room = columnsOf(style);
  for (const column of columns) {
    const width = widest(style, surfaces.map(column.cell), column.title.length);
    if (room - gap - width < leastName) break;
    room -= gap + width;
    fitting.push({ column, width });
  }
  const longest = widest(
    style,
    named.map(([name]) => name),
    "surface".length,
  );
  const row = (first: Inline, cell: (column: Column) => Inline): Lines =>
    tableRow(
      style,
      first,
      Math.min(longest, room),
      fitting.map(({ column, width }) => ({ content: cell(column), width })),
    );
  return [
    ...row(as("heading", "surface"), ({ title }) => as("heading", title)),
    ...named.flatMap(([name, from]) => row(name, ({ cell }) => cell(from))),
  ];
}

/** The surfaces whose answers do not fit each other, by name; empty for a report on one. */
function clashLine(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
  if (surfaces.length < 2) return [];
  const names = withShortTitles(surfaces).flatMap(([name, { clashes }]) =>
    clashes.length > 0 ? [name] : [],
  );
  if (names.length === 0) return [];
  return block(style, [`Some answers do not fit each other: ${listed(names)}.`], {
    indent: 0,
    mark: [as("bad", "!")],
  });
}

/** The grade in its colour; a dash without one. */
export function gradeCell(from: Recommendation): Inline {
  const grade = gradeOf(from);
  return grade === null ? "–" : as(gradeRoles[grade], grade);
}

/** Whether full detail lists any source: whether `sourcesOf` finds one with a title, without gathering all of them. */
export function hasBibliography(surfaces: readonly Recommendation[]): boolean {
  return surfaces.some((from) => citedBy(from).some(({ id }) => Boolean(from.titles.get(id))));
}

/** In full detail: the sources behind the bracketed ids, in alphabetical order. */
export function bibliography(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
  if (style.detail === "normal") return [];
  const lines = sourcesOf(surfaces)
    .filter(({ title }) => title !== "")
    .flatMap(({ id, title, url }) =>
      block(style, [as("bold", id), `: ${title}${url === null ? "" : ` ${url}`}`], { mark: ["•"] }),
    );
  return titled(style, "Sources", lines);
}
