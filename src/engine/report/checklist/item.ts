import { Occurrences } from "../../model/occurrences.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Markdown } from "../markdown/writer.js";

/** One thing to tick off. */
export interface ReviewItem {
  /** Unique among the items of its surface, and independent of the wording. */
  readonly id: string;
  /** One line, which is true of the design or not. */
  readonly task: Markdown;
  /** Lines under it: why, what to watch or to do, what speaks against it. */
  readonly below: readonly Markdown[];
}

/** The items that a group shows, and how many it leaves to full detail. */
export interface Selected {
  readonly items: readonly ReviewItem[];
  readonly left: number;
}

export interface ReviewGroup extends Selected {
  readonly title: Markdown;
}

/**
 * A name as part of an item's id. Different names give different parts, which are safe in an HTML comment (no `--`, no
 * `>`, no `-` at an end) and contain no `/` or `~`.
 */
export function idPart(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, "\ufffd");
  const encoded = encodeURIComponent(wellFormed).replaceAll("~", "%7E");
  return encoded.replace(/^-|-$|(?<=-)-/g, "%2D") || "%";
}

/**
 * The prefix of each surface's item ids, in the order of the surfaces: the surface's name; preceded by the service's
 * name if several services have a surface of that name; numbered if even that repeats.
 */
export function idPrefixes(
  surfaces: readonly Pick<Recommendation, "service" | "surface">[],
): readonly string[] {
  const services = new Map(surfaces.map(({ service, surface }) => [surface, service]));
  const shared = new Set(
    surfaces
      .filter(({ service, surface }) => services.get(surface) !== service)
      .map(({ surface }) => surface),
  );
  const names = new Occurrences();
  return surfaces.map(({ service, surface }) => {
    const prefix = shared.has(surface) ? `${idPart(service)}/${idPart(surface)}` : idPart(surface);
    const time = names.next(prefix);
    return time === 1 ? prefix : `${prefix}~${time}`;
  });
}
