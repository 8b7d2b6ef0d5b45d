import { textColumns } from "../../../diagnostics/text-columns.js";
import { entriesOf } from "../../../explain/find-entry.js";
import { citationsOf } from "../../../explain/mentions.js";
import type { Path } from "../../../parse/parsed-document.js";
import { firstSentence } from "../../../report/wording/phrases.js";
import type { LintFinding } from "../finding.js";
import { findingAt, type LintCheck, witnessOf } from "../linted-pack.js";

/** Criteria and references that nothing cites, patterns that no placement or second home uses, topics without a question. */
export const unusedEntries: LintCheck = (linted) => {
  const { source } = linted.compiled;
  const cited = new Set(entriesOf(source).flatMap((entry) => citationsOf(entry).map(({ id }) => id)));
  for (const id of [source.drawnFrom, ...source.criteria.map(({ from }) => from)])
    if (id !== null) cited.add(id);
  const used = new Set([
    ...source.placements.flatMap(({ pattern, beside }) => [pattern, beside]),
    ...source.backings.map(({ pattern }) => pattern),
  ]);
  const asked = new Set(source.questions.map(({ topic }) => topic));
  const unused = <Code extends "uncited-criterion" | "uncited-reference" | "unused-pattern" | "empty-topic">(
    code: Code,
    entries: readonly { readonly id: string }[],
    inUse: ReadonlySet<string | null>,
  ) =>
    entries
      .filter(({ id }) => !inUse.has(id))
      .map(({ id }) => findingAt(linted, { id, path: [] }, "warning", { code, id }));
  return [
    ...unused("uncited-criterion", source.criteria, cited),
    ...unused("uncited-reference", source.references, cited),
    ...unused("unused-pattern", source.patterns, used),
    ...unused("empty-topic", source.topics, asked),
  ];
};

/** Rules that cite a contested criterion without giving the counter-evidence. */
export const counterEvidence: LintCheck = (linted) => {
  const { rules, criteria: known } = linted.compiled;
  return rules.flatMap(({ entry: { id, sources, contested }, condition }) => {
    const criteria = sources.map((source) => source.id).filter((source) => known.get(source)?.contested);
    if (criteria.length === 0 || contested !== null) return [];
    const detail = { code: "counter-evidence-missing", id, criteria } as const;
    return [findingAt(linted, { id, path: ["sources"] }, "error", detail, witnessOf(condition))];
  });
};

/** The most characters a text may have: a label fits one line of a terminal, a reason is a sentence or two. */
const limits: ReadonlyMap<string, number> = new Map([
  ["ask", 80],
  ["label", 60],
  ["title", 160],
  ["about", 240],
  ["why", 160],
  ["help", 320],
  ["because", 240],
  ["keeps", 60],
  ["claim", 240],
  ["contested", 320],
  ["text", 480],
  ["mitigation", 480],
  ["what", 320],
  ["fits", 320],
  ["watch", 320],
]);

/** Texts that are too long for the place where they are read, and questions without a question mark. */
export const texts: LintCheck = (linted) =>
  entriesOf(linted.compiled.source).flatMap((found) => {
    const { id } = found.entry;
    const long = (fields: object, path: Path): readonly LintFinding[] =>
      Object.entries(fields).flatMap(([key, text]) => {
        const limit = limits.get(key);
        if (limit === undefined || typeof text !== "string" || text.length <= limit) return [];
        const detail = { code: "text-too-long", id, key, limit } as const;
        return [findingAt(linted, { id, path: [...path, key] }, "warning", detail)];
      });
    if (found.kind !== "question") return long(found.entry, []);
    const { ask, options, implied } = found.entry;
    return [
      ...long(found.entry, []),
      ...options.flatMap((option) => long(option, ["options", option.id])),
      ...implied.flatMap((implication, index) => long(implication, ["implied", index])),
      ...(ask.endsWith("?")
        ? []
        : [findingAt(linted, { id, path: ["ask"] }, "warning", { code: "not-a-question", id })]),
    ];
  });

/** What the default report has for one line of a mitigation, which it indents most, in a window of 80 columns. */
const leadColumns = 74;

/** Reasons, tradeoffs and mitigations whose first sentence the default report would have to cut. */
export const leads: LintCheck = (linted) => {
  const { rules, clashes, tradeoffs } = linted.compiled.source;
  const read = [
    ...[...rules, ...clashes].map(({ id, because }) => ({ id, key: "because", text: because })),
    ...tradeoffs.map(({ id, text }) => ({ id, key: "text", text })),
    ...tradeoffs.map(({ id, mitigation }) => ({ id, key: "mitigation", text: mitigation ?? "" })),
  ];
  return read
    .filter(({ text }) => textColumns(firstSentence(text)) > leadColumns)
    .map(({ id, key }) => {
      const detail = { code: "lead-too-long", id, key, limit: leadColumns } as const;
      return findingAt(linted, { id, path: [key] }, "warning", detail);
    });
};
