import type { Position } from "../../model/answers.js";

interface Named {
  readonly service: string;
  readonly surface: string;
}
interface Placed extends Named {
  readonly source: string;
  readonly at: Position;
}

/** A surface by its full name: its own with its service's before it; one name where both are the same. */
export const surfaceTitle = ({ service, surface }: Named): string =>
  service === surface ? service : `${service} · ${surface}`;

/** Surfaces of one list by names as short as they are clear: surfaces alone within one service. */
export function shortTitles(surfaces: readonly Placed[]): readonly string[] {
  const services = new Set(surfaces.map(({ service }) => service));
  return toldApart(
    surfaces,
    surfaces.map((each) => (services.size > 1 ? surfaceTitle(each) : each.surface)),
  );
}

/**
 * Titles of one list with the file after each as soon as two are equal; with the line, too, where that is not enough; as
 * they are where nothing tells them apart.
 */
export function toldApart(
  surfaces: readonly Pick<Placed, "source" | "at">[],
  titles: readonly string[],
): readonly string[] {
  const differ = (all: readonly string[]): boolean => new Set(all).size === all.length;
  if (differ(titles)) return titles;
  const filed = titles.map((title, at) => `${title} (${surfaces[at]?.source ?? ""})`);
  if (differ(filed)) return filed;
  const lined = titles.map((title, at) => {
    const { source, at: place } = surfaces[at] ?? { source: "", at: { line: 0 } };
    return `${title} (${source}:${place.line})`;
  });
  return differ(lined) ? lined : titles;
}
