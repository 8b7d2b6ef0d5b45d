import { asEscaped, type Escaped } from "../../diagnostics/plain-text.js";
import { cleaned, glue, type Inline } from "../inline.js";
import type { ReportStyle } from "../report-style.js";
import { codeSpan, escapeMarkdown, fileDestination, linkDestination } from "./escape.js";

/** A stretch of one line that is Markdown already. Only a `MarkdownWriter` makes one, so no foreign text gets in unescaped. */
export interface Markdown {
  readonly kind: "markdown";
  readonly text: Escaped;
}

export type Written = string | number | Markdown;

const markdown = (text: string): Markdown => ({ kind: "markdown", text: asEscaped(text) });

/** Writes Markdown of one line each in a report's style. */
export interface MarkdownWriter {
  readonly style: ReportStyle;
  /** The bullet of list items. */
  readonly bullet: "-" | "*";
  /** Template tag: the literal parts are Markdown, strings put into it are foreign text and are escaped. */
  readonly md: (literals: TemplateStringsArray, ...values: readonly Written[]) => Markdown;
  /** Foreign text; `code` between backticks stays code. */
  readonly prose: (text: string) => Markdown;
  /** Foreign text in bold; nothing when it is empty, since four asterisks are no markup. */
  readonly bold: (text: string) => Markdown;
  readonly code: (text: string) => Markdown;
  /** Text with roles: bold stays bold, all other roles are dropped. */
  readonly inline: (inlines: readonly Inline[]) => Markdown;
  /** Stretches of one sentence, with single spaces where two of them had some. */
  readonly sentence: (parts: readonly Markdown[]) => Markdown;
  readonly join: (parts: readonly Written[], separator: string) => Markdown;
  readonly link: (text: string, url: string | null) => Markdown;
  /** A link to a file in the folder of the document, by its name. */
  readonly linkBeside: (text: string, file: string) => Markdown;
  /** An HTML comment, which renders as nothing. Its text may contain no `--` and no `>`. */
  readonly comment: (text: string) => Markdown;
}

export function markdownWriter(style: ReportStyle, bullet: MarkdownWriter["bullet"] = "-"): MarkdownWriter {
  const clean = (text: string): string => cleaned(style, text.replaceAll(glue, " ")).replaceAll(glue, " ");
  const own = (literal: string): string => (style.unicode ? literal : clean(literal));
  const written = (value: Written): string =>
    typeof value === "object" ? value.text : escapeMarkdown(clean(String(value)));
  const md: MarkdownWriter["md"] = (literals, ...values) =>
    markdown(String.raw({ raw: literals.map(own) }, ...values.map(written)));
  const join: MarkdownWriter["join"] = (parts, separator) =>
    markdown(parts.map(written).join(own(separator)));
  const bold: MarkdownWriter["bold"] = (text) => {
    const escaped = written(text);
    return markdown(escaped === "" ? "" : `**${escaped}**`);
  };
  const code: MarkdownWriter["code"] = (text) => markdown(codeSpan(clean(text).trim()));
  const prose: MarkdownWriter["prose"] = (text) =>
    join(
      text
        .trim()
        .split(/(`[^`|]+`)/)
        .map((part, at) => (at % 2 === 1 ? code(part.slice(1, -1)) : kept(written(part), part))),
      "",
    );
  const link: MarkdownWriter["link"] = (text, url) => {
    const destination = url === null ? null : linkDestination(cleaned({ unicode: true }, url));
    return destination === null ? md`${text}` : markdown(`[${written(text)}](${destination})`);
  };
  const linkBeside: MarkdownWriter["linkBeside"] = (text, file) =>
    markdown(`[${written(text)}](${fileDestination(file)})`);
  const inline: MarkdownWriter["inline"] = (inlines) =>
    join(
      inlines.map((each) =>
        typeof each === "string" ? kept(written(each), each) : emphasised(each, written),
      ),
      "",
    );
  const sentence: MarkdownWriter["sentence"] = (parts) =>
    markdown(
      parts
        .map(({ text }) => text)
        .join("")
        .replace(/ {2,}/g, " ")
        .trim(),
    );
  const comment: MarkdownWriter["comment"] = (text) => markdown(`<!-- ${text} -->`);
  return { style, bullet, md, prose, bold, code, inline, sentence, join, link, linkBeside, comment };
}

/** Escaping drops the white space at the ends; between stretches of one sentence it is wanted. */
function kept(escaped: string, original: string): Markdown {
  if (escaped === "") return markdown(original === "" ? "" : " ");
  const before = /^\s/.test(original) ? " " : "";
  const after = /\s$/.test(original) ? " " : "";
  return markdown(before + escaped + after);
}

function emphasised({ role, text }: Exclude<Inline, string>, written: (text: string) => string): Markdown {
  const escaped = written(text);
  return role === "bold" && escaped !== "" ? kept(`**${escaped}**`, text) : kept(escaped, text);
}
