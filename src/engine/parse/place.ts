import type { Path } from "./parsed-document.js";

/** Where a value of a text stands, from `start` up to `end`, and where its entries do, by key or index. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly entries: ReadonlyMap<string | number, PlacedEntry>;
}

/** In a list the key is the value itself. */
export interface PlacedEntry {
  readonly key: Pick<Place, "start" | "end">;
  readonly value: Place;
}

const none: Place["entries"] = new Map();

/** The place of a value that has no entries. */
export function leaf(start: number, end: number): Place {
  return { start, end, entries: none };
}

/** The range of the value or key at `path`, or of the deepest ancestor that exists. */
export function rangeAt(root: Place, path: Path, part: "key" | "value"): readonly [number, number] {
  let place = root;
  let range: Pick<Place, "start" | "end"> = root;
  for (const [depth, step] of path.entries()) {
    const entry = place.entries.get(step);
    if (entry === undefined) break;
    range = depth === path.length - 1 && part === "key" ? entry.key : entry.value;
    place = entry.value;
  }
  return [range.start, range.end];
}
