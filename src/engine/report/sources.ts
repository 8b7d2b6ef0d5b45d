import type { Citation } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";
import { glue } from "./inline.js";

/** One source of a report; `url` is null for those without an address, such as criteria. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** Everything that the surfaces' entries cite, once each, in the order of the ids. */
export function sourcesOf(surfaces: readonly Recommendation[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const { titles, urls } of surfaces)
    for (const [id, title] of titles) sources.set(id, { id, title, url: urls.get(id) ?? null });
  return [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A citation as written in packs: `rfc-6455 §1.1`. */
export const citationKey = ({ id, section }: Citation): string =>
  section === null ? id : `${id} §${section}`;

/** A citation as written by people: `RFC 6455 §1.1`. Other ids are kept, so that they can be looked up. */
export function citationLabel({ id, section }: Citation): string {
  const rfc = rfcNumber(id);
  return withSection(rfc === undefined ? id : `RFC${glue}${rfc}`, section);
}

/**
 * The same with the title of the source in place of its id, as few know those; its `short` form ends at the first colon:
 * "Kubernetes documentation".
 */
export function citationTitle(
  citation: Citation,
  titles: ReadonlyMap<string, string>,
  { short = false } = {},
): string {
  const title = titles.get(citation.id) ?? "";
  if (rfcNumber(citation.id) !== undefined || title === "") return citationLabel(citation);
  return withSection(short ? title.replace(/: .*/s, "") : title, citation.section);
}

const rfcNumber = (id: string): string | undefined => /^rfc-(\d+)$/.exec(id)?.[1];

const withSection = (name: string, section: string | null): string =>
  section === null ? name : `${name}${glue}§${section.replaceAll(" ", glue)}`;
