import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import { type LintResult, lint } from "../../../../src/engine/pack-tools/lint/lint.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { smallPackText } from "../../small-pack.js";

/** A change of the small pack's text. */
export type TextChange = (text: string) => string;

/** The small pack after a change, linted. Without a change nothing is found. */
export function lintOf(change: TextChange = (text) => text): LintResult {
  const text = change(smallPackText);
  return lint([{ name: "pack.yaml", documents: unwrap(parseText({ file: "pack.yaml", text })) }]);
}

/** Replaces a part of the text, which must be there. */
export function swap(from: string, to: string): TextChange {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the small pack has no ${from}`);
    return text.replace(from, to);
  };
}

/** Puts entries at the head of a section, or of a part of one. */
export function addTo(section: string, ...entries: readonly string[]): TextChange {
  return swap(`\n${section}:\n`, `\n${section}:\n${entries.map((entry) => `  ${entry}\n`).join("")}`);
}

/** Changes made one after another. */
export function together(...changes: readonly TextChange[]): TextChange {
  return (text) => changes.reduce((changed, change) => change(changed), text);
}

/** What is found after a change: code, severity, the text that the place marks, and plain answers. */
export function found(change: TextChange) {
  const { pack, findings } = lintOf(change);
  if (pack === null) throw new Error(`the pack does not load: ${JSON.stringify(findings)}`);
  return findings.map(({ code, severity, at, witness }) => ({
    code,
    severity,
    marked: at === null ? null : at.lineText.slice(at.column - 1, at.column - 1 + at.width),
    witness: witness === null ? null : plainAnswers(witness),
  }));
}

/** What the findings with this code say beside it. */
export function details(code: string, change: TextChange): readonly object[] {
  return lintOf(change).findings.flatMap(({ code: own, severity, file, at, witness, ...detail }) =>
    own === code ? [detail] : [],
  );
}

const grounds = "because: It is., sources: [claim]";

/** A line for the section `need`, about the conversation and against keeping it. */
export function needLine(id: string, when: string, more = "concern: interaction, points: -1"): string {
  return `${id}: { ${more}, when: ${when}, ${grounds} }`;
}

/** A line for the section `place`, for keeping it elsewhere. */
export function placeLine(id: string, when: string): string {
  return `${id}: { points: -1, when: ${when}, ${grounds} }`;
}

/** A line for the section `placements`; `when` is null for one that always holds. */
export function placementLine(
  id: string,
  when: string | null,
  where = "concern: interaction, place: nowhere",
): string {
  return `${id}: { ${where}, ${when === null ? "" : `when: ${when}, `}${grounds} }`;
}
