import type { Citation } from "../../model/pack.js";
import { glue, type Inline, paint } from "../inline.js";
import type { ReportStyle } from "../report-style.js";
import { plainPalette } from "../report-style.js";
import { citationLabel } from "../sources.js";
import { codeSpan, escapeMarkdown, linkDestination } from "./escape.js";

/** A stretch of one line that is Markdown already. Only a `Pen` makes one, so that no foreign text gets in unescaped. */
export interface Markdown {
  readonly kind: "markdown";
  readonly text: string;
}

export type Written = string | number | Markdown;

const markdown = (text: string): Markdown => ({ kind: "markdown", text });

/** Writes Markdown of one line each in a report's style. */
export interface Pen {
  /** Template tag: the literal parts are Markdown, strings put into it are foreign text and are escaped. */
  readonly md: (literals: TemplateStringsArray, ...values: readonly Written[]) => Markdown;
  /** Foreign text whose `code` between backticks stays code. */
  readonly prose: (text: string) => Markdown;
  /** Foreign text in bold; nothing when it is empty, since four asterisks would stand for themselves. */
  readonly bold: (text: string) => Markdown;
  readonly code: (text: string) => Markdown;
  /** Text with roles: bold stays bold, all other roles are dropped. */
  readonly inline: (inlines: readonly Inline[]) => Markdown;
  readonly join: (parts: readonly Written[], separator: string) => Markdown;
  /** ` (remark; source, source)`: what an entry rests on, each linked to its address where it has one; empty for none. */
  readonly cite: (
    sources: readonly Citation[],
    urls: ReadonlyMap<string, string>,
    remark?: Written,
  ) => Markdown;
  readonly link: (text: string, url: string) => Markdown;
  /** An HTML comment, which renders as nothing. Its text may hold no `--` and no `>`. */
  readonly comment: (text: string) => Markdown;
}

export function penOf(style: ReportStyle): Pen {
  const cleaned = (text: string): string =>
    paint({ ...style, palette: plainPalette }, [text.replaceAll(glue, " ")]).replaceAll(glue, " ");
  const own = (literal: string): string => (style.unicode ? literal : cleaned(literal));
  const written = (value: Written): string =>
    typeof value === "object" ? value.text : escapeMarkdown(cleaned(String(value)));
  const md: Pen["md"] = (literals, ...values) =>
    markdown(literals.map((literal, at) => own(literal) + written(values[at] ?? "")).join(""));
  const join: Pen["join"] = (parts, separator) => markdown(parts.map(written).join(own(separator)));
  const bold: Pen["bold"] = (text) => {
    const escaped = written(text);
    return markdown(escaped === "" ? "" : `**${escaped}**`);
  };
  const code: Pen["code"] = (text) => markdown(codeSpan(cleaned(text).trim()));
  const prose: Pen["prose"] = (text) =>
    join(
      text
        .split(/(`[^`|]+`)/)
        .map((part, at) => (at % 2 === 1 ? code(part.slice(1, -1)) : kept(written(part), part))),
      "",
    );
  const link: Pen["link"] = (text, url) => {
    const destination = linkDestination(paint({ ...style, unicode: true, palette: plainPalette }, [url]));
    return destination === null ? md`${text}` : markdown(`[${written(text)}](${destination})`);
  };
  const cite: Pen["cite"] = (sources, urls, remark) => {
    const labels = sources.map((source) => link(citationLabel(source), urls.get(source.id) ?? ""));
    const parts = [
      ...(remark === undefined ? [] : [remark]),
      ...(labels.length === 0 ? [] : [join(labels, ", ")]),
    ];
    return parts.length === 0 ? markdown("") : md` (${join(parts, "; ")})`;
  };
  const inline: Pen["inline"] = (inlines) =>
    join(
      inlines.map((each) =>
        typeof each === "string" ? kept(written(each), each) : emphasised(each, written),
      ),
      "",
    );
  const comment: Pen["comment"] = (text) => markdown(`<!-- ${text} -->`);
  return { md, prose, bold, code, inline, join, cite, link, comment };
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

/** What every section of a Markdown document is written with. */
export interface Sheet {
  readonly style: ReportStyle;
  readonly pen: Pen;
  /** What list items begin with. */
  readonly bullet: "-" | "*";
}

export const sheetOf = (style: ReportStyle, bullet: Sheet["bullet"] = "-"): Sheet => ({
  style,
  pen: penOf(style),
  bullet,
});
