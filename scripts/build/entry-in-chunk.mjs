import { basename } from "node:path";

const reexports = /^import\{([^}]*)\}from"\.\/([^"]+)";(?:import"[^"]+";)*export\{([^}]*)\};?\s*$/;
const exported = /export\{([^}]*)\};?\s*$/;

/**
 * Puts an entry that only passes on what one chunk exports into that chunk: one file less to find and to load. Other
 * chunks that it imports nothing of are left out.
 * @param files `{ path, text }` of ES modules that esbuild minified
 * @returns the same files without the chunk, whose text the entry has now
 * @throws Error where the entry is more than that
 */
export function entryInChunk(files, entryName) {
  const entry = files.find(({ path }) => basename(path) === entryName);
  const [, imports, chunkName, exports] = reexports.exec(entry?.text ?? "") ?? [];
  const chunk = files.find(({ path }) => basename(path) === chunkName);
  const [, own] = exported.exec(chunk?.text ?? "") ?? [];
  if (own === undefined) throw new Error(`${entryName} is more than what one chunk exports`);
  const inChunk = names(own);
  const inEntry = names(imports);
  const added = [...names(exports)].map(([name, local]) => `${inChunk.get(inEntry.get(local))} as ${name}`);
  return files
    .filter((file) => file !== chunk)
    .map((file) => ({
      path: file.path,
      text: (file === entry
        ? chunk.text.replace(exported, () => `export{${own},${added.join(",")}};`)
        : file.text
      ).replaceAll(`"./${chunkName}"`, `"./${entryName}"`),
    }));
}

/** The names of an import or export clause such as `a as b,c`: what comes after `as`, and before it. */
function names(clause) {
  return new Map(
    clause.split(",").map((item) => {
      const [first, second = first] = item.split(" as ");
      return [second, first];
    }),
  );
}
