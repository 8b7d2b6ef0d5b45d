/** The library's door for Node: all of `index.ts`, and loading packs from disk. */
import { unwrap } from "./engine/diagnostics/render-problem.js";
import type { CompiledPack } from "./engine/model/compiled-pack.js";
import { readPacks } from "./packs/load-pack.js";

export * from "./index.js";
export { readPacks } from "./packs/load-pack.js";

/**
 * Loads the default pack, or the packs named (paths or npm packages), laid over each other in the order given.
 * @throws ProblemError with every problem found.
 */
export async function loadPack(...names: readonly string[]): Promise<CompiledPack> {
  return unwrap(await readPacks(names, process.cwd())).compiled;
}
