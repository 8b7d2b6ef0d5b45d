import { entriesOf } from "../../../explain/find-entry.js";
import type { Path } from "../../../parse/parsed-document.js";
import type { LintFinding } from "../finding.js";
import { type Check, findingAt } from "../linted-pack.js";

/** How many characters a text may have: what is read as one line fits a terminal, a reason is one sentence. */
const limits: Readonly<Record<string, number>> = {
  ask: 80,
  label: 60,
  title: 160,
  about: 240,
  why: 160,
  help: 320,
  because: 240,
  claim: 240,
  contested: 320,
  text: 480,
  mitigation: 480,
  what: 320,
  fits: 320,
  watch: 320,
};

/** Texts that are too long for the place where they are read, and questions that ask nothing. */
export const texts: Check = (linted) =>
  entriesOf(linted.compiled.source).flatMap((found) => {
    const { id } = found.entry;
    const long = (fields: object, path: Path): readonly LintFinding[] =>
      Object.entries(fields).flatMap(([key, text]) => {
        const limit = limits[key];
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
