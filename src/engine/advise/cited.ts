import type { Citation, Pack } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";

type Shown = Pick<Recommendation, "rules" | "vetoes" | "tradeoffs" | "guidance" | "concerns">;

/** Titles and addresses of everything that the entries shown rest on. */
export function citedOf(pack: Pack, shown: Shown): Pick<Recommendation, "titles" | "urls"> {
  const citations = [
    ...shown.rules.flatMap(({ rule }) => rule.sources),
    ...shown.vetoes.flatMap(({ veto }) => veto.sources),
    ...shown.tradeoffs.flatMap((tradeoff) => tradeoff.sources),
    ...shown.guidance.flatMap((guidance) => guidance.sources),
    ...shown.concerns.flatMap(({ placement }) => [
      ...(placement?.sources ?? []),
      ...(placement?.pattern?.sources ?? []),
    ]),
  ];
  const cited = new Set(citations.map((citation: Citation) => citation.id));
  return {
    titles: new Map([
      ...pack.criteria.filter(({ id }) => cited.has(id)).map(({ id, claim }) => [id, claim] as const),
      ...pack.references.filter(({ id }) => cited.has(id)).map(({ id, title }) => [id, title] as const),
    ]),
    urls: new Map(
      pack.references.flatMap(({ id, url }) => (url !== null && cited.has(id) ? [[id, url] as const] : [])),
    ),
  };
}
