import type { Location } from "../diagnostics/problem.js";
import { type Mapping, mappingOf, type ParsedDocument, type Path } from "../parse/parsed-document.js";
import { type SectionId, sectionIds } from "./rules-schema.js";

/** An entry as written, its shape already checked, that still knows the positions of its parts. */
export interface RawEntry {
  readonly id: string;
  readonly section: SectionId;
  readonly fields: Mapping;
  /** The reference that the pack which adds the entry is drawn from, by id. */
  readonly drawnFrom: string | null;
  readonly locate: (path: Path, part?: "key" | "value") => Location;
}

/** The files of one pack. */
export interface PackLayer {
  /** Folder, file or package, for messages. */
  readonly name: string;
  readonly documents: readonly ParsedDocument[];
}

/** The reference that a pack is drawn from, by id, and where its header says so. */
export interface DrawnFrom {
  readonly id: string;
  readonly at: Location;
}

/** Packs merged: entries in order of section and place, base first (placements and second homes: extension first). */
export interface RawPack {
  /** The name of the uppermost layer, for messages. */
  readonly name: string;
  readonly header: Mapping;
  /** The place of the uppermost header; null if there is none. */
  readonly headerAt: Location | null;
  /** The place of the value of a key of the headers, in the uppermost one that has it; null if none has. */
  readonly locateHeader: (key: string) => Location | null;
  /** What the headers name as the reference that a pack is drawn from, base first. */
  readonly drawnFrom: readonly DrawnFrom[];
  readonly entries: ReadonlyMap<SectionId, readonly RawEntry[]>;
}

/** The entries of one section. */
export function entriesIn({ entries }: Pick<RawPack, "entries">, section: SectionId): readonly RawEntry[] {
  return entries.get(section) ?? [];
}

/** The place of a part of an entry that is known to exist. */
export function locateEntry(raw: RawPack, section: SectionId, id: string, path: Path): Location {
  const entry = entriesIn(raw, section).find((each) => each.id === id);
  if (entry === undefined) throw new RangeError(`the pack has no ${section} ${id}`);
  return entry.locate(path, path.length === 0 ? "key" : "value");
}

/**
 * What layers define themselves, without what they extend: the ids of entries that they add or override, and the keys
 * of their headers.
 */
export function ownIds(layers: readonly PackLayer[]): ReadonlySet<string> {
  const roots = layers.flatMap(({ documents }) => documents.map(({ value }) => mappingOf(value)));
  return new Set(
    roots.flatMap((root) => {
      const overrides = mappingOf(root["override"]);
      return [
        ...Object.keys(mappingOf(root["pack"])),
        ...sectionIds.flatMap((section) => [
          ...Object.keys(mappingOf(root[section])),
          ...Object.keys(mappingOf(overrides[section])),
        ]),
      ];
    }),
  );
}
