import { type Block, linesOf } from "./find-blocks.js";

export interface Embedded {
  readonly text: string;
  /** Ids of ticked items that the new content no longer has. */
  readonly dropped: readonly string[];
}

/**
 * A document with new content in a block, boxes ticked as before; everything outside the block stays unchanged. The
 * content's lines end as that of the begin marker does, and an empty line separates it from both markers.
 * @param content lines that end with a line feed
 */
export function embed(text: string, block: Block, content: string): Embedded {
  const lines = linesOf(text);
  const ending = lines[block.begin]?.endsWith("\r\n") ? "\r\n" : "\n";
  const head = lines.slice(0, block.begin + 1).join("");
  const inside = lines.slice(block.begin + 1, block.end).join("");
  const tail = lines.slice(block.end).join("");
  const kept = keepTicks(inside, content.trimEnd());
  const drawn = `${ending}${kept.text.replace(/\r?\n/g, ending)}${ending}${ending}`;
  return { text: head + drawn + tail, dropped: kept.dropped };
}

const item = /^\s*[-*+] \[([ xX])\] .*<!-- id: (\S+) -->\s*$/;

/**
 * A task list with the boxes ticked that were ticked before, by the ids that its items end with.
 * @returns the list, and the ids of ticked items that it no longer has
 */
function keepTicks(
  before: string,
  after: string,
): { readonly text: string; readonly dropped: readonly string[] } {
  const ticked = new Map<string, string>();
  for (const line of before.split("\n")) {
    const [, mark = " ", id = ""] = item.exec(line) ?? [];
    if (mark !== " ") ticked.set(id, mark);
  }
  const lines = after.split("\n").map((line) => {
    const id = item.exec(line)?.[2] ?? "";
    const mark = ticked.get(id);
    if (mark === undefined) return line;
    ticked.delete(id);
    return line.replace("[ ]", `[${mark}]`);
  });
  return { text: lines.join("\n"), dropped: [...ticked.keys()] };
}
