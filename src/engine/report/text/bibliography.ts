import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { citedBy, sourcesOf } from "../sources.js";

/** Whether full detail lists any source: whether `sourcesOf` finds one with a title, without gathering all of them. */
export function hasBibliography(surfaces: readonly Recommendation[]): boolean {
  return surfaces.some((from) => citedBy(from).some(({ id }) => (from.titles.get(id) ?? "") !== ""));
}

/** In full detail: what the bracketed ids stand for, in alphabetical order. */
export function bibliography(surfaces: readonly Recommendation[], style: ReportStyle): readonly string[] {
  if (style.detail === "normal") return [];
  const lines = sourcesOf(surfaces)
    .filter(({ title }) => title !== "")
    .flatMap(({ id, title, url }) =>
      block(style, [as("bold", id), `: ${title}${url === null ? "" : ` ${url}`}`], { mark: ["•"] }),
    );
  if (lines.length === 0) return [];
  return [...block(style, [as("heading", "Sources")], { indent: 0 }), "", ...lines];
}
