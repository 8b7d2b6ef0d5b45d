import type { Citation } from "../../model/pack.js";
import { as, glue } from "../inline.js";
import { block, type Lines, type Placing } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { citationLabel } from "../sources.js";

/** `[id · source, source]` on lines of its own: the id and sources of an entry. */
export function trace(
  style: ReportStyle,
  id: string,
  sources: readonly Citation[],
  placing: Placing,
  more = "",
): Lines {
  const cited = sources.map(citationLabel).join(", ");
  return block(style, [as("dim", `[${id}${more}${cited === "" ? "" : `${glue}· ${cited}`}]`)], placing);
}
