import type { Citation } from "../../model/pack.js";
import { citationLabel } from "../citations.js";
import { as, type Inline } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";

/** `[id · source, source]`: what an entry can be looked up and traced by. */
export function trace(id: string, sources: readonly Citation[], more = ""): Inline {
  const cited = sources.map(citationLabel).join(", ");
  return as("dim", `[${id}${more}${cited === "" ? "" : ` · ${cited}`}]`);
}

/** The first entries of a list: all of it in full detail. */
export function shown<Entry>(style: ReportStyle, entries: readonly Entry[], most: number): readonly Entry[] {
  return style.detail === "full" ? entries : entries.slice(0, most);
}

/** Says how many entries of a list were left out, and how to see them; nothing when all are there. */
export function remainder(style: ReportStyle, left: number, noun: string, indent = 2, many = `${noun}s`): readonly string[] {
  if (left <= 0) return [];
  return block(style, [as("dim", `and ${left} more ${left === 1 ? noun : many} (--verbose or --format json)`)], { indent });
}

/** A line between blocks, and none at the ends. */
export const spaced = (blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
