import { unwrap } from "./engine/diagnostics/problem-error.js";
import type { LoadedPack } from "./engine/model/loaded-pack.js";
import { readPacks } from "./load-pack.js";

export type { LoadedPack } from "./engine/model/loaded-pack.js";
/** The library's door for Node: all of `index.ts`, and loading from disk. */
export * from "./index.js";
export { caseFolders, casesBeside, loadCases } from "./load-cases.js";
export { readPacks } from "./load-pack.js";
export { createTextFile } from "./read/create-file.js";
export { appendTextFile } from "./read/append-file.js";
export { expandGlobs } from "./read/expand-globs.js";
export { defaultPackFolder } from "./read/find-pack.js";
export { packageFolder } from "./read/package-folder.js";
export { readExactTextFile, readTextFile, readTextStream, type TextFile } from "./read/read-file.js";
export { writeTextFile } from "./read/write-file.js";
export { writeFolder } from "./read/write-folder.js";
export { readPackLayers } from "./read-pack-layers.js";

/**
 * Loads the default pack, or the packs named (paths or npm packages), laid over each other in the order given.
 * @throws ProblemError with every problem found.
 */
export async function loadPack(...names: readonly string[]): Promise<LoadedPack["compiled"]> {
  return unwrap(await readPacks(names, process.cwd())).compiled;
}
