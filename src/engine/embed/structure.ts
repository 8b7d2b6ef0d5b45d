import type { RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/**
 * The blocks of a Markdown text (CommonMark), by the lines they take. Their texts are left out: lines of plain text are
 * parsed as one letter each, since odd text costs the parser time in its square.
 */
export function blocksOf(lines: readonly string[]): readonly RootContent[] {
  const text = lines.map(simplified).join("\n");
  return fromMarkdown(text, { extensions: [blocksOnly] }).children;
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
/** What ends HTML, in which a line of plain text may be. */
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
