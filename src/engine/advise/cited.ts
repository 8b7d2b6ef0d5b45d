import type { CompiledPack, Listed } from "../model/compiled-pack.js";
import type { Citation, Criterion, Reference } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";

type Shown = Pick<Recommendation, "rules" | "vetoes" | "tradeoffs" | "guidance" | "concerns">;

/** What a pack's entries can cite. */
interface Citables {
  /** Criteria, then references, each in the pack's order. */
  readonly list: readonly Listed<Criterion | Reference>[];
  readonly places: ReadonlyMap<string, number>;
  /** What each list of sources that was met comes to in that order. */
  readonly met: WeakMap<readonly Citation[], readonly number[]>;
}

const known = new WeakMap<CompiledPack, Citables>();

/** Titles (of a criterion, its claim) and addresses of everything that the entries shown rest on. */
export function citedOf(pack: CompiledPack, shown: Shown): Pick<Recommendation, "titles" | "urls"> {
  const citables = citablesOf(pack);
  const { list } = citables;
  const cited = new Uint8Array(list.length);
  const cite = (sources: readonly Citation[]): void => {
    for (const place of placesOf(sources, citables)) cited[place] = 1;
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
  list.forEach((citable, place) => {
    if (cited[place] !== 1) return;
    const { entry } = citable;
    titles.set(entry.id, "claim" in entry ? entry.claim : entry.title);
    if ("url" in entry && entry.url !== null) urls.set(entry.id, entry.url);
  });
  return { titles, urls };
}

function placesOf(sources: readonly Citation[], { places, met }: Citables): readonly number[] {
  const found = met.get(sources);
  if (found !== undefined) return found;
  const fresh = sources.flatMap(({ id }) => places.get(id) ?? []);
  met.set(sources, fresh);
  return fresh;
}

function citablesOf(pack: CompiledPack): Citables {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const ids = [...pack.criteria.keys(), ...pack.references.keys()];
  const citables: Citables = {
    list: [...pack.criteria.values(), ...pack.references.values()],
    places: new Map(ids.map((id, place) => [id, place])),
    met: new WeakMap(),
  };
  known.set(pack, citables);
  return citables;
}
