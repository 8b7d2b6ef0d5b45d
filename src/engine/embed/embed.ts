import { carriedFrom } from "./carried.js";
import { likeFormatted } from "./digest.js";
import { drawn } from "./draw.js";
import { type Block, linesOf } from "./find-blocks.js";
import { piecesOf } from "./pieces.js";

export interface Embedded {
  readonly text: string;
  /** The ids of items that people ticked or wrote something at, and that the new content no longer has. */
  readonly lost: readonly string[];
}

/**
 * A document with new content in a block, in which everything stays that people left there: ticks, what they wrote
 * under items and between them, and, at the end, the items that are not in the content any more. Everything outside the
 * block stays unchanged, and so does the block if only its form is another. The lines end as that of the begin marker
 * does, and an empty line separates them from both markers.
 * @param content lines that end with a line feed
 */
export function embed(text: string, block: Block, content: string): Embedded {
  const lines = linesOf(text);
  const ending = lines[block.begin]?.endsWith("\r\n") ? "\r\n" : "\n";
  const inside = lines.slice(block.begin + 1, block.end).map((line) => line.replace(/\r?\n$/, ""));
  const now = piecesOf(content.trimEnd().split("\n"));
  const carried = carriedFrom(piecesOf(inside), now);
  const after = drawn(now, carried);
  if (formless(inside) === formless(after)) return { text, lost: [] };
  const head = lines.slice(0, block.begin + 1).join("");
  const tail = lines.slice(block.end).join("");
  const body = ["", ...after, ""].map((line) => line + ending).join("");
  return { text: head + body + tail, lost: carried.lost };
}

/**
 * Lines as one text that is the same however a formatter wraps them, pads tables, writes emphasis (`_` within words is
 * none) and escapes.
 */
const formless = (lines: readonly string[]): string =>
  likeFormatted(lines.join("\n").replaceAll("[X]", "[x]"))
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, (signs) => "*".repeat(signs.length))
    .replace(/\s+/g, " ")
    .trim();
