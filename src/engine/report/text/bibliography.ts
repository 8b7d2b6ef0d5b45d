import type { Citation } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";

/** In full detail: what the bracketed ids stand for, in alphabetical order. */
export function bibliography(surfaces: readonly Recommendation[], style: ReportStyle): readonly string[] {
  if (style.detail === "normal") return [];
  const lines = new Map<string, readonly string[]>();
  for (const from of surfaces) {
    for (const { id } of cited(from)) {
      const url = from.urls.get(id);
      const title = from.titles.get(id);
      if (title === undefined || lines.has(id)) continue;
      lines.set(
        id,
        block(style, [as("bold", id), `: ${title}${url === undefined ? "" : ` ${url}`}`], { mark: ["•"] }),
      );
    }
  }
  if (lines.size === 0) return [];
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...block(style, [as("heading", "Sources")], { indent: 0 }),
    "",
    ...sorted.flatMap(([, shown]) => shown),
  ];
}

function cited(from: Recommendation): readonly Citation[] {
  return [
    ...from.rules.flatMap(({ rule }) => rule.sources),
    ...from.vetoes.flatMap(({ veto }) => veto.sources),
    ...from.concerns.flatMap(({ placement }) => [
      ...(placement?.sources ?? []),
      ...(placement?.pattern?.sources ?? []),
    ]),
    ...from.tradeoffs.flatMap(({ sources }) => sources),
    ...from.guidance.flatMap(({ sources }) => sources),
  ];
}
