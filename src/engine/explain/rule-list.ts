import { jsonText } from "../diagnostics/json-text.js";
import type { Pack, Weight } from "../model/pack.js";
import type { Concern, Style } from "../model/verdict.js";
import { as, type Inline } from "../report/inline.js";
import { block, columnsOf, tableRow } from "../report/layout.js";
import { plural } from "../report/numbers.js";
import type { ReportStyle } from "../report/report-style.js";
import { conditionWords, questionsById } from "./condition-words.js";
import { weightWords } from "./mentions.js";

/** A rule or a veto as a row of a table. */
export type ListedRule = {
  readonly id: string;
  readonly concern: Concern;
  readonly condition: string;
  readonly contested: boolean;
} & (
  | { readonly kind: "rule"; readonly favours: Style; readonly weight: Weight }
  | { readonly kind: "veto"; readonly forbids: Style }
);

/** Every rule, then every veto, in the pack's order. */
function listRules(pack: Pack): readonly ListedRule[] {
  const questions = questionsById(pack.questions);
  return [
    ...pack.rules.map(
      ({ id, favours, weight, concern, when, contested }): ListedRule => ({
        kind: "rule",
        id,
        favours,
        weight,
        concern,
        condition: conditionWords(when, questions),
        contested: contested !== null,
      }),
    ),
    ...pack.vetoes.map(
      ({ id, forbids, concern, when, contested }): ListedRule => ({
        kind: "veto",
        id,
        forbids,
        concern,
        condition: conditionWords(when, questions),
        contested: contested !== null,
      }),
    ),
  ];
}

const columns = [
  { title: "favours", width: 12 },
  { title: "weight", width: 15 },
  { title: "concern", width: 11 },
] as const;
const gap = 2;

/** Columns that the ids must have for the figures to stand beside them. */
const leastId = 16;

/** The rules as a table: a line of figures each, and its condition below; on a narrow page the figures stand below, too. */
export function ruleListText(pack: Pack, style: ReportStyle): string {
  const rules = listRules(pack);
  const width = columnsOf(style) - columns.reduce((sum, column) => sum + gap + column.width, 0);
  const beside = (first: Inline, cells: readonly Inline[]): readonly string[] =>
    tableRow(
      style,
      first,
      width,
      columns.map((column, at) => ({ content: cells[at] ?? "", width: column.width })),
    );
  const below = (first: Inline, cells: readonly Inline[]): readonly string[] => [
    ...block(style, [first], { indent: 0 }),
    ...block(
      style,
      cells.flatMap((cell, at) => (at === 0 ? [cell] : [", ", cell])),
    ),
  ];
  const row = width < leastId ? below : beside;
  const lines = rules.flatMap((rule) => [
    ...row(as("bold", rule.id), [...effectCells(rule), rule.concern]),
    ...block(style, [as("dim", rule.condition)], { indent: 4 }),
  ]);
  const heading = row(
    as("heading", "rule"),
    columns.map(({ title }) => as("heading", title)),
  );
  const count = `${plural(pack.rules.length, "rule")} and ${plural(pack.vetoes.length, "veto", "vetoes")} of rule pack ${pack.name} ${pack.version}`;
  return `${[...heading, ...lines, "", ...block(style, [as("dim", count)], { indent: 0 })].join("\n")}\n`;
}

function effectCells(rule: ListedRule): readonly Inline[] {
  return rule.kind === "rule"
    ? [as(rule.favours, rule.favours), weightWords(rule.weight)]
    : [as("bad", `no ${rule.forbids}`), "veto"];
}

export function ruleListJson(pack: Pack, style: Pick<ReportStyle, "unicode">): string {
  const { name, version } = pack;
  return jsonText({ version: 1, pack: { name, version }, rules: listRules(pack) }, style);
}
