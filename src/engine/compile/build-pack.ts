import { validate as validateRules } from "#validators/rules";
import { errorIn, failed, type Outcome, type Problem } from "../diagnostics/problem.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { mergeLayers } from "../pack-file/merge-layers.js";
import type { PackLayer, RawPack } from "../pack-file/raw-pack.js";
import { readPack } from "../pack-file/read-pack.js";
import { rulesSchema } from "../pack-file/rules-schema.js";
import { mappingOf, type ParsedDocument } from "../parse/parsed-document.js";
import { checkShape } from "../validate/check-shape.js";
import { otherDocument } from "../validate/other-document.js";
import { compilePack } from "./compile-pack.js";

/**
 * From the parsed files of a pack and of those that it extends (base first) to a pack that can score: shape, merging,
 * ids, conditions. Stops after the first stage that finds problems and returns all of them.
 */
export function buildPack(layers: readonly PackLayer[]): Outcome<CompiledPack> {
  const other = layers.flatMap(({ documents }) => documents.flatMap(notOfPack));
  if (other.length > 0) return failed(other);
  const shape = layers.flatMap(({ documents }) =>
    documents.flatMap((document) => checkShape(validateRules, document)),
  );
  if (shape.length > 0) return failed(shape);
  const merged = mergeLayers(layers);
  const { pack, problems } = readPack(merged.raw);
  const found = [...merged.problems, ...problems];
  if (found.length > 0) return failed(found);
  return compilePack(pack, whereabouts(merged.raw));
}

/** A pack of format 1, or a document of another kind, gets one message instead of one for everything in it. */
function notOfPack(document: ParsedDocument): readonly Problem[] {
  const { file, value, locate } = document;
  const { format } = mappingOf(mappingOf(value)["pack"]);
  if (format === 1) return [errorIn(file, { code: "old-format" }, locate(["pack", "format"]))];
  return otherDocument(document, "a rule pack", Object.keys(rulesSchema.properties));
}

/** Ids are unique over all sections, so an id alone finds its place. */
function whereabouts({ entries }: RawPack): (id: string) => Pick<Problem, "file" | "at"> {
  const byId = new Map([...entries.values()].flat().map((entry) => [entry.id, entry]));
  return (id) => {
    const entry = byId.get(id);
    if (entry === undefined) throw new RangeError(`the pack has no entry ${id}`);
    const at = entry.locate([], "key");
    return { file: at.file, at };
  };
}
