import { type Escaped, joinedLines, jsonText } from "../diagnostics/plain-text.js";
import { type Pack, pointsOf, type Rule } from "../model/pack.js";
import { as, type Inline } from "../report/inline.js";
import { block, columnsOf, type Lines, spaced, tableRow } from "../report/layout.js";
import { plural } from "../report/numbers.js";
import type { ReportStyle } from "../report/report-style.js";
import { signedPoints } from "../report/wording/rule-words.js";
import { conditionWords, questionsById } from "./condition-words.js";

/** A rule as a row of a table. */
export interface ListedRule extends Pick<Rule, "id" | "kind" | "concern"> {
  /** Signed; null for a kind that has none. */
  readonly points: number | null;
  readonly condition: string;
  readonly contested: boolean;
}

/** Every rule, in the pack's order. */
function listRules({ rules, questions }: Pack): readonly ListedRule[] {
  const byId = questionsById(questions);
  return rules.map(({ id, kind, concern, points, when, contested }) => ({
    id,
    kind,
    concern,
    points: pointsOf({ kind, points }),
    condition: conditionWords(when, byId),
    contested: contested !== null,
  }));
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly cell: (rule: ListedRule) => Inline;
}

const columns: readonly Column[] = [
  { title: "kind", width: 12, cell: ({ kind }) => kind },
  { title: "points", width: 6, cell: ({ points }) => signedPoints(points) },
  { title: "concern", width: 11, cell: ({ concern }) => concern },
];
const gap = 2;

/** The columns left for ids if the figures are to fit beside them. */
const leastId = 16;

/**
 * The rules as a table: a line of figures each, and its condition below; on a narrow page the figures go below as well.
 */
export function ruleListText(pack: Pack, style: ReportStyle): Escaped {
  const width = columnsOf(style) - columns.reduce((sum, column) => sum + gap + column.width, 0);
  const row = (first: Inline, cellOf: (column: Column) => Inline): Lines =>
    width < leastId
      ? [
          ...block(style, [first], { indent: 0 }),
          ...block(
            style,
            columns
              .map(cellOf)
              .filter((cell) => cell !== "")
              .flatMap((cell, at) => [...(at === 0 ? [] : [", "]), cell]),
          ),
        ]
      : tableRow(
          style,
          first,
          width,
          columns.map((column) => ({ content: cellOf(column), width: column.width })),
        );
  const lines = listRules(pack).flatMap((rule) => [
    ...row(as("bold", rule.id), ({ cell }) => cell(rule)),
    ...block(style, [as("dim", rule.condition)], { indent: 4 }),
  ]);
  const heading = row(as("heading", "rule"), ({ title }) => as("heading", title));
  const count = `${plural(pack.rules.length, "rule")} of rule pack ${pack.name} ${pack.version}`;
  return joinedLines(spaced([[...heading, ...lines], block(style, [as("dim", count)], { indent: 0 })]));
}

export function ruleListJson(pack: Pack, style: Pick<ReportStyle, "unicode">): Escaped {
  const { name, version } = pack;
  return jsonText({ version: 2, pack: { name, version }, rules: listRules(pack) }, style);
}
