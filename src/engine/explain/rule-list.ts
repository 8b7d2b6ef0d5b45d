import { type Escaped, joinedLines, jsonText } from "../diagnostics/plain-text.js";
import type { Pack, Rule, Veto } from "../model/pack.js";
import { as, type Inline } from "../report/inline.js";
import { block, columnsOf, type Lines, spaced, tableRow } from "../report/layout.js";
import { plural } from "../report/numbers.js";
import type { ReportStyle } from "../report/report-style.js";
import { conditionWords, questionsById } from "./condition-words.js";
import { weightWords } from "./mentions.js";

/** A rule or a veto as a row of a table. */
export type ListedRule =
  | ({ readonly kind: "rule" } & Listed<Pick<Rule, "id" | "favours" | "weight" | "concern">>)
  | ({ readonly kind: "veto" } & Listed<Pick<Veto, "id" | "forbids" | "concern">>);

type Listed<Entry> = Entry & { readonly condition: string; readonly contested: boolean };

/** Every rule, then every veto, in the pack's order. */
function listRules(pack: Pack): readonly ListedRule[] {
  const questions = questionsById(pack.questions);
  const listed = <Entry extends Rule | Veto>({ when, contested }: Entry) => ({
    condition: conditionWords(when, questions),
    contested: contested !== null,
  });
  return [
    ...pack.rules.map((rule): ListedRule => {
      const { id, favours, weight, concern } = rule;
      return { kind: "rule", id, favours, weight, concern, ...listed(rule) };
    }),
    ...pack.vetoes.map((veto): ListedRule => {
      const { id, forbids, concern } = veto;
      return { kind: "veto", id, forbids, concern, ...listed(veto) };
    }),
  ];
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly cell: (rule: ListedRule) => Inline;
}

const columns: readonly Column[] = [
  {
    title: "favours",
    width: 12,
    cell: (rule) => (rule.kind === "rule" ? as(rule.favours, rule.favours) : as("bad", `no ${rule.forbids}`)),
  },
  { title: "weight", width: 15, cell: (rule) => (rule.kind === "rule" ? weightWords(rule.weight) : "veto") },
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
            columns.flatMap((column, at) => [...(at === 0 ? [] : [", "]), cellOf(column)]),
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
  const count = `${plural(pack.rules.length, "rule")} and ${plural(pack.vetoes.length, "veto", "vetoes")} of rule pack ${pack.name} ${pack.version}`;
  return joinedLines(spaced([[...heading, ...lines], block(style, [as("dim", count)], { indent: 0 })]));
}

export function ruleListJson(pack: Pack, style: Pick<ReportStyle, "unicode">): Escaped {
  const { name, version } = pack;
  return jsonText({ version: 1, pack: { name, version }, rules: listRules(pack) }, style);
}
