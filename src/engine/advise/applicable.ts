import type { CompiledPack, Conditional } from "../model/compiled-pack.js";
import type { Guidance, Tradeoff } from "../model/pack.js";
import type { Possible } from "../model/profile.js";
import { concerns, type StatePlace, type Verdict } from "../model/verdict.js";
import { holds } from "../score/holds.js";
import type { Placed } from "../score/place-state.js";

/**
 * The tradeoffs of the verdict's style, of both for a hybrid, and those without a style, that apply to the answers and
 * placements; none while undecided.
 * @param possible the answers, open questions read as their harmless option; likewise below
 */
export function applicableTradeoffs(
  { tradeoffs }: CompiledPack,
  possible: Possible,
  verdict: Verdict,
  placed: Placed | null,
): readonly Tradeoff[] {
  if (verdict === "undecided") return [];
  return applicable(tradeoffs, possible, placed).filter(
    ({ style }) => style === null || style === verdict || verdict === "hybrid",
  );
}

/** The guidance for the verdict that applies to the answers and placements; none while undecided. */
export function applicableGuidance(
  { guidance }: CompiledPack,
  possible: Possible,
  verdict: Verdict,
  placed: Placed | null,
): readonly Guidance[] {
  if (verdict === "undecided") return [];
  return applicable(guidance, possible, placed).filter(
    (entry) => entry.verdict === null || entry.verdict.includes(verdict),
  );
}

/** Entries whose condition holds and, if they name places, for which this surface has state at one of them. */
function applicable<Entry extends { readonly places: readonly StatePlace[] | null }>(
  entries: readonly Conditional<Entry>[],
  possible: Possible,
  placed: Placed | null,
): readonly Entry[] {
  const used = new Set(
    concerns.flatMap((concern): readonly StatePlace[] => {
      const place = placed?.placements[concern].place;
      return place === undefined ? [] : [place, `${concern}/${place}`];
    }),
  );
  return entries
    .filter(
      ({ entry: { places }, condition }) =>
        (places === null || places.some((place) => used.has(place))) &&
        (condition === null || holds(condition, possible)),
    )
    .map(({ entry }) => entry);
}
