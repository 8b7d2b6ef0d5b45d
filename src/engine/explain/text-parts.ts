import { as, type Inline } from "../report/inline.js";
import { block, empty, ends, type Lines, ruleAcross, section, spaced } from "../report/layout.js";
import type { ReportStyle } from "../report/report-style.js";
import { citationKey } from "../report/sources.js";
import { listed } from "../report/wording/phrases.js";
import type { ExplainedImplication, ExplanationOf, Mention, Source, When } from "./explanation.js";

/** Id and kind between two rules, like the name of a surface in a report. */
export function opening(style: ReportStyle, id: string, kind: string): Lines {
  return [ruleAcross(style), ...ends(style, [as("heading", id)], [as("dim", kind)]), ruleAcross(style)];
}

export const paragraph = (style: ReportStyle, ...content: readonly Inline[]): Lines => block(style, content);

/** The condition, and the questions and options that it depends on. */
export function hangsOn(style: ReportStyle, { condition, hangsOn: dependencies }: When): Lines {
  if (condition === null) return section(style, "Holds", paragraph(style, "Whatever the answers are."));
  return section(style, "Holds when", [
    ...paragraph(style, as("bold", condition)),
    ...dependencies.flatMap(({ question, ask, options }) => [
      empty,
      ...paragraph(style, ask, as("dim", ` (${question})`)),
      ...options.flatMap(({ id, label }) =>
        block(style, [label, as("dim", ` (${id})`)], { indent: 4, mark: ["•"] }),
      ),
    ]),
  ]);
}

export function contested(style: ReportStyle, text: string | null): Lines {
  return text === null ? [] : section(style, "Contested", paragraph(style, text));
}

/** The sources of an entry: first the criteria that the pack draws from a source, under its title, then the others. */
export function sources(style: ReportStyle, given: readonly Source[]): Lines {
  const titles = new Set(given.map(claimantOf));
  const others = titles.size > 1 ? paragraph(style, "Other sources:") : [];
  return section(
    style,
    "Sources",
    [...titles]
      .sort(nullLast)
      .flatMap((title) => [
        ...(title === null ? others : paragraph(style, `Claims of ${title}:`)),
        ...given
          .filter((source) => claimantOf(source) === title)
          .flatMap((source) => sourceLines(style, source)),
      ]),
  );
}

/** The title of the source whose claim a criterion is; null for a reference, and if the pack does not say. */
const claimantOf = ({ claimed }: Source): string | null => claimed?.from?.title ?? null;

const nullLast = (a: unknown, b: unknown): number => Number(a === null) - Number(b === null);

function sourceLines(style: ReportStyle, source: Source): Lines {
  const { title, url, claimed, contested: against } = source;
  const more = claimed === null ? (url ?? "") : as("dim", `(section “${claimed.section}”)`);
  return [
    ...block(style, [as("bold", citationKey(source)), `: ${title}`, more === "" ? "" : " ", more], {
      mark: ["•"],
    }),
    ...(against === null ? [] : block(style, [as("caution", "Contested: "), against], { indent: 4 })),
  ];
}

/** Where a criterion is claimed: `A claim of "…", section “comparison”.` */
export function claimedWords({
  from,
  section,
}: Pick<ExplanationOf<"criterion">, "from" | "section">): string {
  return from === null ? `Section “${section}”.` : `A claim of ${from.title}, section “${section}”.`;
}

/** The criteria that a reference claims. */
export function claims(style: ReportStyle, given: ExplanationOf<"reference">["claims"]): Lines {
  const lines = given.flatMap(({ id, section: of, claim }) =>
    block(style, [as("bold", id), `: ${claim}`, as("dim", ` (${of})`)], { mark: ["•"] }),
  );
  return section(style, `Criteria that it claims (${given.length})`, lines);
}

export function implications(
  style: ReportStyle,
  title: string,
  given: readonly ExplainedImplication[],
): Lines {
  const lines = given.map(({ answer, condition, because }) => [
    ...block(style, [as("bold", answer), ` when ${condition}`], { mark: ["•"] }),
    ...block(style, [because], { indent: 4 }),
  ]);
  return section(style, title, lines.flat());
}

const groups: readonly { readonly kind: Mention["kind"]; readonly title: string }[] = [
  { kind: "rule", title: "Rules" },
  { kind: "implication", title: "Implications" },
  { kind: "placement", title: "Placements" },
  { kind: "backed-by", title: "Second homes" },
  { kind: "clash", title: "Clashes" },
  { kind: "tradeoff", title: "Tradeoffs" },
  { kind: "pattern", title: "Patterns" },
  { kind: "guidance", title: "Guidance entries" },
];

/** Entries that read or cite this one, by kind: id, what it does, when, and its own sentence. */
export function mentions(
  style: ReportStyle,
  lead: string,
  given: readonly Mention[],
  detail: "condition" | "text",
): Lines {
  return spaced(
    groups.map(({ kind, title }) => {
      const own = given.filter((mention) => mention.kind === kind);
      const lines = own.flatMap((mention) => mentionLines(style, mention, detail));
      return section(style, `${title} ${lead} (${own.length})`, lines);
    }),
  );
}

function mentionLines(style: ReportStyle, mention: Mention, detail: "condition" | "text"): Lines {
  const cited = mention.section === null ? "" : ` §${mention.section}`;
  const condition = mention.condition === null ? "always" : mention.condition;
  return [
    ...block(style, [as("bold", mention.id), `: ${mention.effect}`, as("dim", cited)], { mark: ["•"] }),
    ...block(style, [detail === "condition" ? condition : mention.text], { indent: 4 }),
    ...(detail === "text" && mention.contested !== null
      ? block(style, [as("caution", "Contested: "), mention.contested], { indent: 4 })
      : []),
  ];
}

/** "hybrid or stateful": what an entry is limited to; "any" if it is not (null). */
export function only(words: readonly string[] | null): string {
  return words === null ? "any" : listed(words, "or");
}
