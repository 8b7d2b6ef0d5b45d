import type { CompiledPack, Conditional } from "../model/compiled-pack.js";
import type { Citation, Guidance, Placement, Tradeoff } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import type { Recommendation, UncitedRecommendation } from "../model/recommendation.js";
import type { StateConcern, StatePlace, Verdict } from "../model/verdict.js";
import { holds } from "../score/holds.js";

type Placed = ReadonlyMap<StateConcern, Placement>;

/** The tradeoffs of the verdict's style, of both styles for a hybrid, that apply to the answers and placements. */
export function applicableTradeoffs(
  { tradeoffs }: CompiledPack,
  profile: Profile,
  verdict: Verdict,
  placed: Placed,
): readonly Tradeoff[] {
  return applicable(tradeoffs, profile, placed).filter(
    ({ style }) => style === verdict || verdict === "hybrid",
  );
}

/** The guidance for the verdict that applies to the answers and placements; none while undecided. */
export function applicableGuidance(
  { guidance }: CompiledPack,
  profile: Profile,
  verdict: Verdict,
  placed: Placed,
): readonly Guidance[] {
  if (verdict === "undecided") return [];
  return applicable(guidance, profile, placed).filter(
    (entry) => entry.verdict === null || entry.verdict.includes(verdict),
  );
}

/** Entries whose condition holds and, if they name places, for which this surface has state at one of them. */
function applicable<Entry extends { readonly places: readonly StatePlace[] | null }>(
  entries: readonly Conditional<Entry>[],
  { possible }: Profile,
  placed: Placed,
): readonly Entry[] {
  const used = new Set(
    [...placed].flatMap(([concern, { place }]): StatePlace[] => [place, `${concern}/${place}`]),
  );
  return entries
    .filter(
      ({ entry: { places }, condition }) =>
        (places === null || places.some((place) => used.has(place))) &&
        (condition === null || holds(condition, possible)),
    )
    .map(({ entry }) => entry);
}

/** Titles (of a criterion, its claim) and addresses of the sources of the entries shown, in the pack's order. */
export function citedOf(
  { criteria, references }: Pick<CompiledPack, "criteria" | "references">,
  { rules, vetoes, tradeoffs, guidance, concerns }: UncitedRecommendation,
): Pick<Recommendation, "titles" | "urls"> {
  const placements = concerns.flatMap(({ placement }) => placement ?? []);
  const entries: readonly { readonly sources: readonly Citation[] }[] = [
    ...rules.map(({ rule }) => rule),
    ...vetoes.map(({ veto }) => veto),
    ...tradeoffs,
    ...guidance,
    ...placements,
    ...placements.flatMap(({ pattern }) => pattern ?? []),
  ];
  const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ id }) => id)));
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
