import type { Citation, Pack } from "../model/pack.js";
import type { Recommendation } from "../model/recommendation.js";

type Shown = Pick<Recommendation, "rules" | "vetoes" | "tradeoffs" | "guidance" | "concerns">;

/** Something that can be cited: a criterion by its claim, or a reference. */
interface Citable {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

interface Citables {
  /** Criteria, then references, each in the pack's order. */
  readonly list: readonly Citable[];
  readonly places: ReadonlyMap<string, number>;
  /** What each list of sources that was met comes to in that order. */
  readonly met: WeakMap<readonly Citation[], readonly number[]>;
}

const known = new WeakMap<Pack, Citables>();

/** Titles and addresses of everything that the entries shown rest on. */
export function citedOf(pack: Pack, shown: Shown): Pick<Recommendation, "titles" | "urls"> {
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
  list.forEach(({ id, title, url }, place) => {
    if (cited[place] !== 1) return;
    titles.set(id, title);
    if (url !== null) urls.set(id, url);
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

function citablesOf(pack: Pack): Citables {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const list = [
    ...pack.criteria.map(({ id, claim }): Citable => ({ id, title: claim, url: null })),
    ...pack.references.map(({ id, title, url }): Citable => ({ id, title, url })),
  ];
  const places = new Map(list.map(({ id }, place) => [id, place]));
  const citables: Citables = { list, places, met: new WeakMap() };
  known.set(pack, citables);
  return citables;
}
