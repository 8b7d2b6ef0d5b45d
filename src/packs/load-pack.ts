import { type Outcome, ok } from "../engine/diagnostics/problem.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import { precompiledDefaultPack } from "./default-pack.js";
import { isDefaultPack } from "./find-pack.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export async function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  const precompiled = isDefaultPack(names) ? precompiledDefaultPack() : null;
  if (precompiled !== null) return ok(precompiled);
  // Loaded on demand: reading and building packs from YAML takes much code, and most runs use the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}
