import type { Recommendation, Report } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { surfacesOf } from "../selection.js";
import { sourcesOf } from "../sources.js";
import { surfaceTitle, withTitles } from "../wording/titles.js";
import {
  item,
  list,
  type ReportDocument,
  type Section,
  type SurfaceDocument,
  said,
  section,
} from "./blocks.js";
import { firstOf, mostFirst } from "./first.js";
import { headOf } from "./head.js";
import { closingOf, overviewOf } from "./overview.js";
import { restOf } from "./rest.js";

/** All that a report says. */
export function reportDocument(report: Report): ReportDocument {
  const surfaces = surfacesOf(report);
  const [only, ...others] = surfaces;
  const services = [...new Set(report.services.map(({ service }) => service))].join(", ");
  const about = only !== undefined && others.length === 0 ? surfaceTitle(only) : services;
  return {
    title: `${about}: stateless or stateful?`,
    overview: overviewOf(surfaces),
    surfaces: withTitles(surfaces, surfaceTitle).map(([title, from]) => surfaceDocument(from, title)),
    sources: bibliography(surfaces),
    closing: closingOf(report),
  };
}

/** All that is said of one surface under its title. */
export const surfaceDocument = (from: Recommendation, title: string): SurfaceDocument => ({
  ...headOf(from, title),
  titles: from.titles,
  urls: from.urls,
  first: firstOf(from, mostFirst),
  rest: restOf(from),
});

/** Everything that is cited, in the order of the ids. */
export function bibliography(surfaces: readonly Recommendation[]): readonly Section[] {
  const items = sourcesOf(surfaces)
    .filter(({ title }) => title !== "")
    .map(({ id, title, url }) => item(null, said(as("bold", id), ": ", { kind: "link", text: title, url })));
  return section("sources", "Sources", list(items));
}
