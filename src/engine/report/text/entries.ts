import type { Citation } from "../../model/pack.js";
import { citationLabel } from "../citations.js";
import { as, glue } from "../inline.js";
import { block, type Placing } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../shown.js";

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
