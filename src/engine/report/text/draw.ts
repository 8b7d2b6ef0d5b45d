import type { Block, Content, Fit, Item, Phrase, Section, Trace } from "../document/blocks.js";
import { as, glue, type Inline } from "../inline.js";
import { block, ends, indentBelow, type Lines, type Placing, spaced, titled, widthOf } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { citationLabel } from "../sources.js";
import { balance } from "./balance.js";
import { shortened } from "./shorten.js";
import { table } from "./table.js";

/** How blocks are drawn as text. */
export interface Sheet {
  readonly style: ReportStyle;
  /**
   * Lines for one content of each kind at the width of `measure`, which may be wider than the page: what is said does not
   * depend on a narrow window. Null: all of it.
   */
  readonly rows: Readonly<Record<Fit, number>> | null;
  readonly measure: ReportStyle;
}

/** Everything, in a style. */
export const inFull = (style: ReportStyle): Sheet => ({ style, rows: null, measure: style });

/** Sections under their titles: in full with empty lines around, on a screen without. */
export const drawSections = (sections: readonly Section[], sheet: Sheet): Lines =>
  sheet.rows === null
    ? spaced(sections.map((each) => titled(sheet.style, each.title, drawBlocks(each.blocks, sheet, 2))))
    : sections.flatMap((each) => screenSection(each, sheet));

/** A section of one paragraph stands beside its title. */
function screenSection({ title, note, aside, blocks }: Section, sheet: Sheet): Lines {
  const [only, ...others] = blocks;
  if (only?.kind === "paragraph" && others.length === 0)
    return fitted(only.content, sheet, { indent: 0, mark: [as("heading", title), as("heading", ":")] });
  const head = [as("heading", title), ...(note === "" ? [] : [as("dim", ` (${note})`)])];
  const above =
    aside === "" ? block(sheet.style, head, { indent: 0 }) : ends(sheet.style, head, [as("dim", aside)], 2);
  return [...above, ...drawBlocks(blocks, sheet, 2)];
}

export function drawBlocks(blocks: readonly Block[], sheet: Sheet, indent: number): Lines {
  const drawn = blocks.map((each) => drawBlock(each, sheet, indent));
  return sheet.rows === null && indent <= 2 ? spaced(drawn) : drawn.flat();
}

function drawBlock(each: Block, sheet: Sheet, indent: number): Lines {
  switch (each.kind) {
    case "paragraph":
      return [...fitted(each.content, sheet, { indent }), ...traceLines(each.trace, sheet, indent)];
    case "list":
    case "terms": {
      const items = each.items.map((item) => drawItem(item, each, sheet, indent));
      return each.loose ? spaced(items) : items.flat();
    }
    case "table":
      return table(each, sheet.style, indent);
    case "figure":
      return each.figure.kind === "balance" ? balance(each.figure, sheet.style, indent) : [];
    default:
      return each satisfies never;
  }
}

function drawItem(
  { mark, content, trace, below }: Item,
  { kind, column }: { readonly kind: "list" | "terms"; readonly column: number },
  sheet: Sheet,
  indent: number,
): Lines {
  const label = mark ?? (kind === "list" ? "•" : null);
  const hang = column === 0 ? (label === null ? 0 : widthOf(sheet.style, [label]) + 1) : column;
  const inner = indentBelow(sheet.style, indent, hang);
  return [
    ...fitted(content, sheet, { indent, mark: label === null ? [] : [label], hang }),
    ...drawBlocks(below, sheet, inner),
    ...traceLines(trace, sheet, inner),
  ];
}

/** A content in as many rows as the sheet gives it. */
function fitted({ words, fit, shorter }: Content, { style, rows, measure }: Sheet, placing: Placing): Lines {
  const drawn = (by: ReportStyle, phrases: readonly Phrase[]): Lines =>
    phrases.length === 0 ? [] : block(by, phrases.map(inlineOf), placing);
  if (rows === null || fit === null) return drawn(style, words);
  const height = (phrases: readonly Phrase[]): number => drawn(measure, phrases).length;
  const last = shorter.at(-1);
  if (last === undefined)
    return drawn(
      style,
      cutShort(words, (part) => height(part) <= rows[fit]),
    );
  const room = Math.max(rows[fit], height(last));
  return drawn(style, [words, ...shorter].find((each) => height(each) <= room) ?? last);
}

/** The words with as much of the last phrase as fits. */
function cutShort(words: readonly Phrase[], fits: (words: readonly Phrase[]) => boolean): readonly Phrase[] {
  const last = words.at(-1);
  if (last === undefined || fits(words)) return words;
  const before = words.slice(0, -1);
  return [...before, shortened(textOf(last), (part) => fits([...before, part]))];
}

/** `[id, remark · source, source]`; nothing on a screen. */
function traceLines(trace: Trace | null, { style, rows }: Sheet, indent: number): Lines {
  if (trace === null || rows !== null) return [];
  const { id, remark, sources } = trace;
  const cited = sources.length === 0 ? "" : `${glue}· ${sources.map(citationLabel).join(", ")}`;
  return block(style, [as("dim", `[${id}${remark === "" ? "" : `, ${remark}`}${cited}]`)], { indent });
}

function inlineOf(phrase: Phrase): Inline {
  if (typeof phrase === "string" || "role" in phrase) return phrase;
  return phrase.kind === "id" ? as("dim", textOf(phrase)) : textOf(phrase);
}

function textOf(phrase: Phrase): string {
  if (typeof phrase === "string") return phrase;
  if ("role" in phrase) return phrase.text;
  switch (phrase.kind) {
    case "prose":
      return phrase.text;
    case "code":
      return phrase.text.replaceAll(" …", `${glue}…`);
    case "id":
      return ` (${[phrase.id, ...phrase.remarks].join(", ")})`;
    case "link":
      return phrase.url === null ? phrase.text : `${phrase.text} ${phrase.url}`;
    default:
      return phrase satisfies never;
  }
}
