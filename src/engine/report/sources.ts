import type { Citation } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";
import { glue } from "./inline.js";

/** One source of a report; `url` null for those without an address, the criteria among them. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** Everything that the surfaces' entries cite, once each, in the order of the ids. */
export function sourcesOf(surfaces: readonly Recommendation[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const from of surfaces) {
    for (const { id } of citedBy(from)) {
      sources.set(id, { id, title: from.titles.get(id) ?? "", url: from.urls.get(id) ?? null });
    }
  }
  return [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The citations of all that is shown, in its order, as often as they stand there. */
export function citedBy(from: Recommendation): readonly Citation[] {
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

/** A citation as packs write it: `rfc-6455 §1.1`. */
export const citationKey = ({ id, section }: Citation): string =>
  section === null ? id : `${id} §${section}`;

/** A citation as people write it: `RFC 6455 §1.1`. Other ids stand as they are, so that they can be looked up. */
export function citationLabel({ id, section }: Citation): string {
  const rfc = /^rfc-(\d+)$/.exec(id)?.[1];
  const label = rfc === undefined ? id : `RFC${glue}${rfc}`;
  return section === null ? label : `${label}${glue}§${section.replaceAll(" ", glue)}`;
}
