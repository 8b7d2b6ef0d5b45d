import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/**
 * The blocks of a Markdown text (CommonMark), by the lines they take. Their texts are left out, as odd text and many
 * lines cost the parser time in their square: lines of plain text are parsed as one letter each, and of a run of equal
 * ones only the first and the last.
 */
export function blocksOf(lines: readonly string[]): readonly RootContent[] {
  const texts = lines.map(simplified);
  const isIn = (at: number): boolean => {
    const text = texts[at] ?? "";
    return text !== texts[at - 1] || text !== texts[at + 1] || !plainRun.test(text);
  };
  const rows = texts.flatMap((_, at) => (isIn(at) ? [at] : []));
  const parsed = fromMarkdown(rows.map((row) => texts[row]).join("\n"), { extensions: [blocksOnly] });
  relocate(parsed, rows);
  return parsed.children;
}

/** A line without text, or with plain text: of several in a row the third changes nothing that the second did not. */
const plainRun = /^[ \t]*(?:>? ?x\W*)?$/;

/** Says of a node and those in it in which lines of the text they are, and not in which of the rows that were parsed. */
function relocate(node: Nodes, rows: readonly number[]): void {
  if (node.position !== undefined)
    for (const point of [node.position.start, node.position.end])
      point.line = (rows[point.line - 1] ?? point.line - 1) + 1;
  if ("children" in node) for (const child of node.children) relocate(child, rows);
}

/** Only blocks matter; with inline constructs disabled, odd text costs no more than plain text. */
const blocksOnly = {
  disable: {
    null: [
      ...["attention", "autolink", "characterEscape", "characterReference", "codeText"],
      ...["hardBreakEscape", "htmlText", "labelStartImage", "labelStartLink", "labelEnd"],
    ],
  },
};

const tooManyMarks = /^((?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){50})([ \t]*(?:[-*+>]|\d{1,9}[.)]).*)/;
/** What says which block a line of plain text is in, up to its first letter, and the rest of it. */
const plainText =
  /^((?:[ \t]|[-*+>](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}[ \t])*)((?:[*_`~]{1,2}|\d+(?![.)]))?[^\s\d<>#=`~*_+-].*)$/;
/** What ends HTML, in which any line may be. */
const htmlEnds = /--+>|\?>|\]\]>|<\/(?:script|pre|style|textarea)>|>/gi;

/**
 * A line with the same meaning but an LF ending, and nested at most 50 levels: parsing time grows with their square.
 */
function simplified(raw: string): string {
  const line = raw.replace(/^\ufeff|\r?\n$/g, "").replaceAll("\r", " ");
  return line
    .replace(tooManyMarks, (_, marks: string, rest: string) =>
      /^[-*_ \t]*$/.test(rest) ? marks : `${marks} x`,
    )
    .replace(
      plainText,
      (_, marks: string, rest: string) => `${marks}x${(rest.match(htmlEnds) ?? []).join("")}`,
    );
}
