import type { Recommendation } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { sourcesOf } from "../sources.js";

/** Whether full detail lists any source. */
export function hasBibliography(surfaces: readonly Recommendation[]): boolean {
  return sourcesOf(surfaces).some(({ title }) => title !== "");
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
