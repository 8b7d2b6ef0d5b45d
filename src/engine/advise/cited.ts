import type { CompiledPack } from "../model/compiled-pack.js";
import type { Citation } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";

type Shown = Pick<Recommendation, "rules" | "vetoes" | "tradeoffs" | "guidance" | "concerns">;

/**
 * Titles (of a criterion, its claim) and addresses of everything that the entries shown rest on: criteria, then references,
 * each in the pack's order.
 */
export function citedOf(
  { criteria, references }: Pick<CompiledPack, "criteria" | "references">,
  shown: Shown,
): Pick<Recommendation, "titles" | "urls"> {
  const cited = new Set<string>();
  const cite = (sources: readonly Citation[]): void => {
    for (const { id } of sources) cited.add(id);
  };
  for (const { rule } of shown.rules) cite(rule.sources);
  for (const { veto } of shown.vetoes) cite(veto.sources);
  for (const tradeoff of shown.tradeoffs) cite(tradeoff.sources);
  for (const guidance of shown.guidance) cite(guidance.sources);
  for (const { placement } of shown.concerns) {
    cite(placement?.sources ?? []);
    cite(placement?.pattern?.sources ?? []);
  }
  const titles = new Map<string, string>();
  const urls = new Map<string, string>();
  for (const { id, claim } of criteria.values()) if (cited.has(id)) titles.set(id, claim);
  for (const { id, title, url } of references.values()) {
    if (!cited.has(id)) continue;
    titles.set(id, title);
    if (url !== null) urls.set(id, url);
  }
  return { titles, urls };
}
