import { entriesOf } from "../../../explain/find-entry.js";
import { citationsOf } from "../../../explain/mentions.js";
import { type Check, findingAt } from "../linted-pack.js";

/** Criteria and references that nothing cites, patterns that no placement uses, topics without a question. */
export const unusedEntries: Check = (linted) => {
  const { source: pack } = linted.compiled;
  const cited = new Set(entriesOf(pack).flatMap((entry) => citationsOf(entry).map(({ id }) => id)));
  const used = new Set(pack.placements.map(({ pattern }) => pattern));
  const asked = new Set(pack.questions.map(({ topic }) => topic));
  const unused = <Code extends "uncited-criterion" | "uncited-reference" | "unused-pattern" | "empty-topic">(
    code: Code,
    entries: readonly { readonly id: string }[],
    inUse: ReadonlySet<string | null>,
  ) =>
    entries
      .filter(({ id }) => !inUse.has(id))
      .map(({ id }) => findingAt(linted, { id, path: [] }, "warning", { code, id }));
  return [
    ...unused("uncited-criterion", pack.criteria, cited),
    ...unused("uncited-reference", pack.references, cited),
    ...unused("unused-pattern", pack.patterns, used),
    ...unused("empty-topic", pack.topics, asked),
  ];
};
