import { errorIn, type Location, type Problem, type ProblemDetail } from "../diagnostics/problem.js";
import { type Mapping, mappingOf, type ParsedDocument, type Path } from "../parse/parsed-document.js";
import { type DrawnFrom, entriesIn, type PackLayer, type RawEntry, type RawPack } from "./raw-pack.js";
import { type SectionId, sectionIds } from "./rules-schema.js";

/**
 * Lays packs over each other, base first. A layer adds entries, replaces single keys of entries below it (`override`)
 * and leaves some out (`switch-off`). An id that already exists, whatever its kind, is a problem, so that nothing is
 * overridden by accident. Placements and second homes of an upper layer come before those below, so they take
 * precedence.
 */
export function mergeLayers(layers: readonly PackLayer[]): {
  readonly raw: RawPack;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  let header: Mapping = {};
  let headerAt: Location | null = null;
  const headerKeys = new Map<string, Location>();
  const drawnFrom: DrawnFrom[] = [];
  const merged = new Map<SectionId, readonly RawEntry[]>(sectionIds.map((section) => [section, []]));
  for (const layer of layers) {
    const own = headerOf(layer, problems);
    header = { ...header, ...own.header };
    headerAt = own.at;
    for (const [key, at] of own.keys) headerKeys.set(key, at);
    if (own.drawnFrom !== null) drawnFrom.push(own.drawnFrom);
    const below = new Map([...merged.values()].flat().map((entry) => [entry.id, entry]));
    const ownEntries = entriesOf(layer, below, own.drawnFrom?.id ?? null, problems);
    for (const section of sectionIds) {
      const kept = applyChanges(section, entriesIn({ entries: merged }, section), layer);
      const added = ownEntries.filter((entry) => entry.section === section);
      merged.set(section, firstCounts.includes(section) ? [...added, ...kept] : [...kept, ...added]);
    }
    reportUnknownTargets(layer, below, problems);
  }
  const name = layers.at(-1)?.name ?? "";
  const locateHeader = (key: string): Location | null => headerKeys.get(key) ?? null;
  return { raw: { name, header, headerAt, locateHeader, drawnFrom, entries: merged }, problems };
}

/** Sections of which the first entry that holds is taken. */
const firstCounts: readonly SectionId[] = ["placements", "backed-by"];

function problemAt(document: ParsedDocument, path: Path, detail: ProblemDetail): Problem {
  return errorIn(document.file, detail, document.locate(path, "key"));
}

interface Header {
  readonly header: Mapping;
  readonly at: Location | null;
  /** Where the value of each key is. */
  readonly keys: ReadonlyMap<string, Location>;
  readonly drawnFrom: DrawnFrom | null;
}

function headerOf(layer: PackLayer, problems: Problem[]): Header {
  const withHeader = layer.documents.filter((document) => "pack" in mappingOf(document.value));
  const first = withHeader[0];
  if (first === undefined) {
    problems.push(errorIn(layer.name, { code: "missing-header" }));
    return { header: {}, at: null, keys: new Map(), drawnFrom: null };
  }
  for (const document of withHeader.slice(1)) {
    problems.push(problemAt(document, ["pack"], { code: "two-headers", first: first.file }));
  }
  const header = mappingOf(mappingOf(first.value)["pack"]);
  const id = header["drawn-from"];
  const drawnFrom = typeof id === "string" ? { id, at: first.locate(["pack", "drawn-from"], "value") } : null;
  const keys = new Map(Object.keys(header).map((key) => [key, first.locate(["pack", key], "value")]));
  return { header, at: first.locate(["pack"], "key"), keys, drawnFrom };
}

/** The entries that a layer adds, except those whose id is taken. */
function entriesOf(
  layer: PackLayer,
  below: ReadonlyMap<string, RawEntry>,
  drawnFrom: string | null,
  problems: Problem[],
): readonly RawEntry[] {
  const own = new Map<string, RawEntry>();
  for (const document of layer.documents) {
    for (const section of sectionIds) {
      for (const [id, fields] of Object.entries(mappingOf(mappingOf(document.value)[section]))) {
        const path = [section, id];
        const base = below.get(id);
        const first = own.get(id);
        if (base !== undefined) {
          problems.push(problemAt(document, path, { code: "id-in-base", id, base: placeOf(base) }));
        } else if (first !== undefined) {
          problems.push(
            problemAt(document, path, {
              code: "duplicate-id",
              id,
              kind: first.section,
              first: placeOf(first),
            }),
          );
        } else {
          own.set(id, {
            id,
            section,
            fields: mappingOf(fields),
            drawnFrom,
            locate: (rest, part) => document.locate([...path, ...rest], part),
          });
        }
      }
    }
  }
  return [...own.values()];
}

function placeOf(entry: RawEntry): string {
  const { file, line } = entry.locate([], "key");
  return `${file}:${line}`;
}

function applyChanges(
  section: SectionId,
  entries: readonly RawEntry[],
  layer: PackLayer,
): readonly RawEntry[] {
  return entries.flatMap((entry) => {
    let current = entry;
    for (const document of layer.documents) {
      const root = mappingOf(document.value);
      if (Object.hasOwn(mappingOf(root["switch-off"]), entry.id)) return [];
      const changes = mappingOf(mappingOf(root["override"])[section]);
      if (Object.hasOwn(changes, entry.id)) {
        current = overridden(current, mappingOf(changes[entry.id]), document, [
          "override",
          section,
          entry.id,
        ]);
      }
    }
    return [current];
  });
}

function overridden(entry: RawEntry, changes: Mapping, document: ParsedDocument, path: Path): RawEntry {
  return {
    ...entry,
    fields: { ...entry.fields, ...changes },
    locate: (rest, part) =>
      rest.length > 0 && Object.hasOwn(changes, String(rest[0]))
        ? document.locate([...path, ...rest], part)
        : entry.locate(rest, part),
  };
}

/** Overrides and switch-offs must name an existing entry; an override must name the section that the entry is in. */
function reportUnknownTargets(
  layer: PackLayer,
  below: ReadonlyMap<string, RawEntry>,
  problems: Problem[],
): void {
  const knownBelow = [...below.keys()];
  for (const document of layer.documents) {
    const root = mappingOf(document.value);
    for (const [section, changes] of Object.entries(mappingOf(root["override"]))) {
      const known = [...below.values()].filter((entry) => entry.section === section).map((entry) => entry.id);
      for (const id of Object.keys(mappingOf(changes)).filter((candidate) => !known.includes(candidate))) {
        problems.push(
          problemAt(document, ["override", section, id], { code: "nothing-to-override", id, known }),
        );
      }
    }
    for (const id of Object.keys(mappingOf(root["switch-off"])).filter(
      (candidate) => !below.has(candidate),
    )) {
      problems.push(
        problemAt(document, ["switch-off", id], {
          code: "nothing-to-override",
          id,
          known: knownBelow,
        }),
      );
    }
  }
}
