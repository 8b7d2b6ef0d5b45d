import type { CompiledPack } from "../model/compiled-pack.js";
import type { Citation } from "../model/pack.js";
import type { Recommendation, UncitedRecommendation } from "../model/recommendation.js";

/** Titles (of a criterion, its claim), addresses and counter-evidence of the sources of the entries shown, in the pack's order. */
export function citedOf(
  { criteria, references }: Pick<CompiledPack, "criteria" | "references">,
  { rules, settled, tradeoffs, guidance, concerns }: UncitedRecommendation,
): Pick<Recommendation, "titles" | "urls" | "contested"> {
  const placements = concerns.flatMap(({ placement }) => placement ?? []);
  const backings = placements.flatMap(({ backedBy }) => backedBy ?? []);
  const entries: readonly { readonly sources: readonly Citation[] }[] = [
    ...rules.map(({ rule }) => rule),
    ...settled.map(({ rule }) => rule),
    ...tradeoffs,
    ...guidance,
    ...placements,
    ...backings,
    ...[...placements, ...backings].flatMap(({ pattern }) => pattern ?? []),
    ...placements.flatMap(({ beside }) => beside ?? []),
  ];
  const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ id }) => id)));
  const titles = new Map<string, string>();
  const urls = new Map<string, string>();
  const contested = new Map<string, string>();
  for (const { id, claim, contested: against } of criteria.values()) {
    if (!cited.has(id)) continue;
    titles.set(id, claim);
    if (against !== null) contested.set(id, against);
  }
  for (const { id, title, url } of references.values()) {
    if (!cited.has(id)) continue;
    titles.set(id, title);
    if (url !== null) urls.set(id, url);
  }
  return { titles, urls, contested };
}
