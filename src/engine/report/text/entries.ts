import type { Citation } from "../../model/pack.js";
import { citationLabel } from "../citations.js";
import { as, glue } from "../inline.js";
import { block, type Placing } from "../layout.js";
import type { ReportStyle } from "../report-style.js";

const mostSources = 3;

/** `[id · source, source]` on lines of its own: what an entry can be looked up and traced by. */
export function trace(
  style: ReportStyle,
  id: string,
  sources: readonly Citation[],
  placing: Placing,
  more = "",
): readonly string[] {
  const first = shown(style, sources, mostSources).map(citationLabel);
  const left = sources.length - first.length;
  const cited = [...first, ...(left > 0 ? [`${left}${glue}more`] : [])].join(", ");
  return block(style, [as("dim", `[${id}${more}${cited === "" ? "" : `${glue}· ${cited}`}]`)], placing);
}

/** The first entries of a list: all of it in full detail. */
export function shown<Entry>(style: ReportStyle, entries: readonly Entry[], most: number): readonly Entry[] {
  return style.detail === "full" ? entries : entries.slice(0, most);
}

/** Says how many entries of a list were left out; nothing when all are there. The end of the report says how to see them. */
export function remainder(
  style: ReportStyle,
  left: number,
  noun: string,
  placing: Placing = {},
  many = `${noun}s`,
): readonly string[] {
  if (left <= 0) return [];
  return block(style, [as("dim", `… and ${left} more ${left === 1 ? noun : many}`)], placing);
}

/** A line between blocks, and none at the ends. */
export const spaced = (blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
