import type { Report } from "../../model/recommendation.js";
import type { Markdown, Sheet } from "./writer.js";

/** Lines of one block, or of several with empty lines between. */
export type Lines = readonly string[];

export const heading = (level: number, title: Markdown): Lines => [`${"#".repeat(level)} ${title.text}`];

export const paragraph = (text: Markdown): Lines => (text.text === "" ? [] : [text.text]);

/** A list item and what stands below it, indented under it. */
export interface Item {
  readonly line: Markdown;
  readonly below?: Lines;
}

/** A tight list; `bullet` is what its items begin with. */
export function list(items: readonly Item[], bullet: "-" | "*" = "-"): Lines {
  return items.flatMap(({ line, below = [] }) => [
    `${bullet} ${line.text}`,
    ...below.map((row) => (row === "" ? "" : `  ${row}`)),
  ]);
}

/** A GitHub table. Cells may hold no code spans with `|`. */
export function table(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Lines {
  const drawn = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  if (rows.length === 0) return [];
  return [
    drawn(head.map(({ text }) => text)),
    drawn(head.map(() => "---")),
    ...rows.map((cells) => drawn(cells.map(({ text }) => text))),
  ];
}

/** Blocks with an empty line between and none at the ends. */
export const stacked = (blocks: readonly Lines[]): Lines =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));

/** A heading over blocks; nothing when all of them are empty. */
export function section(level: number, title: Markdown, blocks: readonly Lines[]): Lines {
  const body = stacked(blocks);
  return body.length === 0 ? [] : [...heading(level, title), "", ...body];
}

/** Says how many entries of a list were left out, as a paragraph after it; nothing when all are there. */
export function remainder({ pen }: Sheet, left: number, noun: string): Lines {
  return left <= 0 ? [] : ["", ...paragraph(pen.md`… and ${left} more ${left === 1 ? noun : `${noun}s`}.`)];
}

/** What a document was made by: the tool and the rule pack with its digest. */
export function origin({ tool, pack }: Report, { pen }: Sheet): Markdown {
  return pen.md`*${tool.name} ${tool.version}, rule pack ${pack.name} ${pack.version} (${pen.code(pack.digest)})*`;
}
