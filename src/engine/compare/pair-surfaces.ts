import type { Answers, Service, Surface } from "../model/answers.js";

/** A surface with the service that it is part of. */
export interface OwnedSurface {
  readonly service: Service;
  readonly surface: Surface;
}

export interface SurfacePair {
  readonly before: OwnedSurface;
  readonly after: OwnedSurface;
}

/** The surfaces that there are before and after, and those that there are only once; each in the order of the files. */
export interface Pairing {
  readonly pairs: readonly SurfacePair[];
  readonly added: readonly OwnedSurface[];
  readonly removed: readonly OwnedSurface[];
}

/** Null: this does not tell which surface it is. */
type KeyOf = (owned: OwnedSurface) => string | null;

/**
 * How to recognise the same surface on both sides, most reliable first: the same file and names, the same names in a file
 * that was moved, and the same answers under another name.
 */
const keys: readonly KeyOf[] = [
  ({ service, surface }) => JSON.stringify([service.source, service.service, surface.name]),
  ({ service, surface }) => JSON.stringify([service.service, surface.name]),
  ({ service, surface }) => JSON.stringify([service.source, surface.name]),
  ({ service, surface }) => withAnswers(service.source, surface),
  ({ surface }) => withAnswers("", surface),
];

/** Pairs the surfaces of two sets of files. What several surfaces of one side have in common pairs none of them. */
export function pairSurfaces(before: readonly Service[], after: readonly Service[]): Pairing {
  const all = ownedBy(after);
  const found = new Map<OwnedSurface, OwnedSurface>();
  let removed = ownedBy(before);
  let added = all;
  for (const keyOf of keys) {
    const earlier = byUniqueKey(removed, keyOf);
    for (const [key, owned] of byUniqueKey(added, keyOf)) {
      const was = earlier.get(key);
      if (was !== undefined) found.set(owned, was);
    }
    const paired = new Set(found.values());
    removed = removed.filter((owned) => !paired.has(owned));
    added = added.filter((owned) => !found.has(owned));
  }
  const pairs = all.flatMap((owned) => {
    const was = found.get(owned);
    return was === undefined ? [] : [{ before: was, after: owned }];
  });
  return { pairs, added, removed };
}

const ownedBy = (services: readonly Service[]): readonly OwnedSurface[] =>
  services.flatMap((service) => service.surfaces.map((surface) => ({ service, surface })));

function byUniqueKey(surfaces: readonly OwnedSurface[], keyOf: KeyOf): ReadonlyMap<string, OwnedSurface> {
  const byKey = new Map<string, OwnedSurface | null>();
  for (const owned of surfaces) {
    const key = keyOf(owned);
    if (key !== null) byKey.set(key, byKey.has(key) ? null : owned);
  }
  return new Map([...byKey].flatMap(([key, owned]) => (owned === null ? [] : [[key, owned] as const])));
}

function withAnswers(source: string, { answers }: Surface): string | null {
  const chosen = chosenIn(answers);
  return chosen.length === 0 ? null : JSON.stringify([source, chosen]);
}

/** Whether two sets of answers choose the same options; `unsure` is as good as no answer. */
export const areSameAnswers = (before: Answers, after: Answers): boolean =>
  JSON.stringify(chosenIn(before)) === JSON.stringify(chosenIn(after));

function chosenIn(answers: Answers): readonly string[] {
  return [...answers]
    .flatMap(([question, answer]) =>
      answer.kind === "chosen" ? [[question, ...[...answer.options].sort()].join(" ")] : [],
    )
    .sort();
}
