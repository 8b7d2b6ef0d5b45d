import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, columnsOf, type Lines, tableRow, widest } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { listed } from "../wording/phrases.js";
import { gradeRoles, withShortTitles } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { keptShort } from "../wording/verdict-words.js";

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
export function clashLine(surfaces: readonly Recommendation[], style: ReportStyle): Lines {
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
