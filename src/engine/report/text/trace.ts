import type { Citation } from "../../model/pack.js";
import { as, glue } from "../inline.js";
import { block, type Lines, type Placing } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../selection.js";
import { citationLabel } from "../sources.js";

const mostSources = 3;

/** `[id · source, source]` on lines of its own: the id and sources of an entry. */
export function trace(
  style: ReportStyle,
  id: string,
  sources: readonly Citation[],
  placing: Placing,
  more = "",
): Lines {
  const first = shown(style, sources, mostSources).map(citationLabel);
  const left = sources.length - first.length;
  const cited = [...first, ...(left > 0 ? [`${left}${glue}more`] : [])].join(", ");
  return block(style, [as("dim", `[${id}${more}${cited === "" ? "" : `${glue}· ${cited}`}]`)], placing);
}

/** The number of entries left out of a list; empty if none were. The end of the report says how to see them. */
export function remainder(
  style: ReportStyle,
  left: number,
  noun: string,
  placing: Placing = {},
  many = `${noun}s`,
): Lines {
  if (left <= 0) return [];
  return block(style, [as("dim", `… and ${left} more ${left === 1 ? noun : many}`)], placing);
}
