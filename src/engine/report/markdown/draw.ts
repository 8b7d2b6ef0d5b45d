import type { Block, Content, Item as Entry, Figure, Phrase, Section, Trace } from "../document/blocks.js";
import type { Inline } from "../inline.js";
import { pictureBlock } from "../picture/mermaid.js";
import { citationTitle } from "../sources.js";
import { capital } from "../wording/phrases.js";
import { alignedTable, heading, type Item, type Lines, list, paragraph, stacked } from "./blocks.js";
import type { Markdown, MarkdownWriter } from "./writer.js";

/** What blocks are written with, and what is known about the sources that they cite. */
export interface Page {
  readonly writer: MarkdownWriter;
  readonly titles: ReadonlyMap<string, string>;
  readonly urls: ReadonlyMap<string, string>;
  /** The claims that were cited already. */
  readonly told: Set<string>;
}

/** Sections under headings of a level, with their notes below. */
export const drawSections = (sections: readonly Section[], level: number, page: Page): Lines =>
  stacked(sections.map((each) => drawSection(each, level, page)));

/** A section of one paragraph stands behind its title. */
function drawSection({ title, note, aside, blocks }: Section, level: number, page: Page): Lines {
  const { md } = page.writer;
  const [only, ...others] = blocks;
  if (only?.kind === "paragraph" && others.length === 0)
    return paragraph(md`**${title}:** ${wordsOf(only.content, page)}`);
  const notes = [note, aside].filter((part) => part !== "").join("; ");
  return stacked([
    heading(level, md`${title}`),
    notes === "" ? [] : paragraph(md`_${capital(notes)}_`),
    drawBlocks(blocks, page),
  ]);
}

/** Blocks with empty lines between; lists beside each other are one, as they would be read as one. */
export function drawBlocks(blocks: readonly Block[], page: Page): Lines {
  const parts: { readonly isList: boolean; readonly lines: Lines }[] = [];
  for (const each of blocks) {
    const isList = each.kind === "list" || each.kind === "terms";
    const lines = drawBlock(each, page);
    const last = parts.at(-1);
    if (isList && last?.isList) parts[parts.length - 1] = { isList, lines: [...last.lines, ...lines] };
    else if (lines.length > 0) parts.push({ isList, lines });
  }
  return stacked(parts.map(({ lines }) => lines));
}

function drawBlock(each: Block, page: Page): Lines {
  const { md } = page.writer;
  switch (each.kind) {
    case "paragraph":
      return paragraph(traced(each.content, each.trace, page));
    case "list":
    case "terms":
      return list(page.writer, itemsOf([each], page));
    case "table":
      return alignedTable(
        each.head.map((title) => md`${capital(title)}`),
        each.rows.map((row) => row.map((cell) => page.writer.sentence([inline(cell, page.writer)]))),
      );
    case "figure":
      return drawFigure(each.figure, page.writer);
    default:
      return each satisfies never;
  }
}

/** Markdown draws pictures, as Mermaid; of points, the words beside it say the same. */
const drawFigure = (figure: Figure, { style }: MarkdownWriter): Lines =>
  figure.kind === "picture" ? pictureBlock(figure.picture, style) : [];

/** Blocks below an item as items of a tight list. */
function itemsOf(blocks: readonly Block[], page: Page): readonly Item[] {
  return blocks.flatMap((each): readonly Item[] => {
    switch (each.kind) {
      case "paragraph":
        return [{ line: traced(each.content, each.trace, page) }];
      case "list":
      case "terms":
        return each.items.map((item) => ({
          line: marked(item, each.kind, page),
          below: list(page.writer, itemsOf(item.below, page)),
        }));
      case "table":
      case "figure":
        return [];
      default:
        return each satisfies never;
    }
  });
}

function marked({ mark, content, trace }: Entry, kind: "list" | "terms", page: Page): Markdown {
  const { md, bold } = page.writer;
  const line = traced(content, trace, page);
  if (mark === null) return line;
  const text = typeof mark === "string" ? mark : mark.text;
  if (kind === "terms") return md`${bold(text)}: ${line}`;
  switch (text) {
    // The heading says as much.
    case "!":
      return line;
    case "→":
      return md`→ ${line}`;
    case "+":
      return md`**+** ${line}`;
    case "−":
      return md`**−** ${line}`;
    default:
      return md`${bold(text)} ${line}`;
  }
}

/** A content and, in brackets, its id and sources. */
function traced(content: Content, trace: Trace | null, page: Page): Markdown {
  const { md, code, join } = page.writer;
  const words = wordsOf(content, page);
  if (trace === null) return words;
  const id = trace.remark === "" ? code(trace.id) : md`${code(trace.id)}, ${trace.remark}`;
  const cited = join([id, ...sourcesOf(trace, page)], "; ");
  return content.words.length === 0 ? md`(${cited})` : md`${words} (${cited})`;
}

/** References as links, and claims in words, each where it is cited first. */
function sourcesOf({ sources }: Trace, { writer, titles, urls, told }: Page): readonly Markdown[] {
  const { md, link } = writer;
  return sources.flatMap((source) => {
    if (source.kind === "reference")
      return [link(citationTitle(source, titles), urls.get(source.id) ?? null)];
    const title = titles.get(source.id) ?? "";
    if (told.has(source.id) || title === "") return [];
    told.add(source.id);
    return [md`“${title}”`];
  });
}

const wordsOf = ({ words }: Content, { writer }: Page): Markdown =>
  writer.sentence(words.map((phrase) => phraseOf(phrase, writer)));

function phraseOf(phrase: Phrase, writer: MarkdownWriter): Markdown {
  const { md, prose, code, link, join } = writer;
  if (typeof phrase === "string" || "role" in phrase) return inline(phrase, writer);
  switch (phrase.kind) {
    case "prose":
      return prose(phrase.text);
    case "code":
      return code(phrase.text);
    case "id":
      return md` (${join([code(phrase.id), ...phrase.remarks], ", ")})`;
    case "link":
      return link(phrase.text, phrase.url);
    default:
      return phrase satisfies never;
  }
}

/** What has a colour elsewhere is bold here; what is dim is as the rest. */
const inline = (phrase: Inline, writer: MarkdownWriter): Markdown =>
  writer.inline([
    typeof phrase === "string" || phrase.role === "dim" ? phrase : { role: "bold", text: phrase.text },
  ]);
