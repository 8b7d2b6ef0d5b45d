import { type Block, linesOf } from "./find-blocks.js";
import { keepTicks } from "./keep-ticks.js";

export interface Embedded {
  readonly text: string;
  /** Ids of ticked items that the new content does not have any more. */
  readonly dropped: readonly string[];
}

/**
 * A document with new content in a block, boxes ticked as before; every byte outside the block stays. The content's
 * lines end as that of the begin marker does, and an empty line parts them from both markers.
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
