import type { ReportStyle } from "./report-style.js";

/** The first entries of a list: all of it in full detail. */
export function shown<Entry>(
  style: Pick<ReportStyle, "detail">,
  entries: readonly Entry[],
  most: number,
): readonly Entry[] {
  return style.detail === "full" ? entries : entries.slice(0, most);
}
