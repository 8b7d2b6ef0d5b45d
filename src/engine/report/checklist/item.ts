import type { Recommendation } from "../../model/recommendation.js";
import type { Markdown } from "../markdown/writer.js";

/** One thing to tick off. */
export interface ReviewItem {
  /** Unique among the items of its surface, and the same as long as it is the same thing to do, however it is worded. */
  readonly id: string;
  readonly task: Markdown;
  /** What stands under the task: why, and for a mitigation what to do. */
  readonly reason: Markdown;
}

export interface ReviewGroup {
  readonly title: Markdown;
  readonly items: readonly ReviewItem[];
}

/**
 * A name as a part of an item's id: any two names stay two, and the result may stand in an HTML comment (no `--`, no
 * `>`, no `-` at an end) and holds no `/` or `~`.
 */
export function idPart(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, "\ufffd");
  const encoded = encodeURIComponent(wellFormed).replaceAll("~", "%7E");
  return encoded.replace(/^-|-$|(?<=-)-/g, "%2D") || "%";
}

/**
 * How the ids of each surface's items begin, in the order of the surfaces: the surface's name; where several
 * services of a document have one of that name, the service's before it; numbered where even that repeats.
 */
export function idPrefixes(
  surfaces: readonly Pick<Recommendation, "service" | "surface">[],
): readonly string[] {
  const services = new Map<string, Set<string>>();
  for (const { service, surface } of surfaces)
    services.set(surface, (services.get(surface) ?? new Set()).add(service));
  const times = new Map<string, number>();
  return surfaces.map(({ service, surface }) => {
    const shared = (services.get(surface)?.size ?? 0) > 1;
    const prefix = shared ? `${idPart(service)}/${idPart(surface)}` : idPart(surface);
    const time = (times.get(prefix) ?? 0) + 1;
    times.set(prefix, time);
    return time === 1 ? prefix : `${prefix}~${time}`;
  });
}
