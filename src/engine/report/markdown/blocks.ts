import { asEscaped, type Escaped } from "../../diagnostics/plain-text.js";
import { textColumns } from "../../diagnostics/text-columns.js";
import { at } from "../../model/at.js";
import type { Report } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import { drawnFromLead, notAskedWords } from "../wording/pack-words.js";
import type { Markdown, MarkdownWriter } from "./writer.js";

/** Lines of one block, or of several with empty lines between. */
export type Lines = readonly Escaped[];

const empty = asEscaped("");

export const heading = (level: number, title: Markdown): Lines => [
  asEscaped(`${"#".repeat(level)} ${title.text}`),
];

export const paragraph = ({ text }: Markdown): Lines => (text === "" ? [] : [text]);

/** A list item and what is below it, indented under it. */
export interface Item {
  readonly line: Markdown;
  readonly below?: Lines;
}

/**
 * A tight list.
 * @param hang columns by which what is below an item's line is indented further than the line's text
 */
export function list(
  { bullet }: Pick<MarkdownWriter, "bullet">,
  items: readonly Item[],
  hang: number = 0,
): Lines {
  const indent = " ".repeat(2 + hang);
  return items.flatMap(({ line, below = [] }) => [
    asEscaped(`${bullet} ${line.text.trim()}`.trimEnd()),
    ...below.map((row) => (row === "" ? row : asEscaped(`${indent}${row}`))),
  ]);
}

/** A GitHub table. Cells may contain no code spans with `|`. */
export function table(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Lines {
  return tableOf(
    head,
    rows,
    head.map(() => 0),
  );
}

/** The same table with every cell as wide as its column, as Markdown formatters write it. */
export function alignedTable(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Lines {
  const widths = head.map((title, index) =>
    [title, ...rows.map((cells) => at(cells, index))].reduce(
      (widest, cell) => Math.max(widest, textColumns(cell.text)),
      leastDashes,
    ),
  );
  return tableOf(head, rows, widths);
}

const leastDashes = 3;

function tableOf(
  head: readonly Markdown[],
  rows: readonly (readonly Markdown[])[],
  widths: readonly number[],
): Lines {
  if (rows.length === 0) return [];
  const row = (cells: readonly string[]): Escaped => asEscaped(`| ${cells.join(" | ")} |`);
  const padded = (cells: readonly Markdown[]): Escaped =>
    row(
      cells.map(({ text }, index) => text + " ".repeat(Math.max(0, at(widths, index) - textColumns(text)))),
    );
  return [
    padded(head),
    row(widths.map((width) => "-".repeat(Math.max(leastDashes, width)))),
    ...rows.map(padded),
  ];
}

/** Blocks with an empty line between and none at the ends. */
export const stacked = (blocks: readonly Lines[]): Lines =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : [empty, ...lines]));

/** A heading over blocks; empty if all of them are. */
export function section(level: number, title: Markdown, blocks: readonly Lines[]): Lines {
  const body = stacked(blocks);
  return body.length === 0 ? [] : stacked([heading(level, title), body]);
}

/** A paragraph with the number of entries left out of a list; empty if none were. */
export const remainder = ({ md }: MarkdownWriter, left: number, noun: string): Lines =>
  left <= 0 ? [] : paragraph(md`… and ${plural(left, `more ${noun}`)}.`);

/** The end of a document: what was not asked, and the origin: the tool, the rule pack, and what its rules are drawn from. */
export function origin({ tool, pack }: Report, { md, code, link }: MarkdownWriter): Lines {
  const { drawnFrom } = pack;
  const source = drawnFrom === null ? md`` : md`. ${drawnFromLead} ${link(drawnFrom.title, drawnFrom.url)}.`;
  const words = notAskedWords(pack);
  return stacked([
    words === null ? [] : paragraph(md`${words.text} ${code(words.command)}`),
    paragraph(
      md`_${tool.name} ${tool.version}, rule pack ${pack.name} ${pack.version} (${code(pack.digest)})${source}_`,
    ),
  ]);
}
