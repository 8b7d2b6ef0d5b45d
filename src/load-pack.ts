import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { restorePack } from "./engine/compile/precompiled-pack.js";
import { type Outcome, ok } from "./engine/diagnostics/problem.js";
import type { LoadedPack } from "./engine/model/loaded-pack.js";
import { defaultPackName } from "./read/find-pack.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export async function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  const precompiled = names.every((name) => name === defaultPackName) ? readPrecompiledPack() : null;
  if (precompiled !== null) return ok(restorePack(precompiled));
  // On demand: reading and building packs from YAML is much code, and most runs take the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}

/** The default pack as the build put it beside the bundles; null where the sources run: their tests read the YAML. */
function readPrecompiledPack(): unknown {
  const file = join(import.meta.dirname, "default-pack.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "latin1")) : null;
}
