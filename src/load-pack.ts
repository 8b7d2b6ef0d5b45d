import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSplitPack } from "./engine/compile/split-pack.js";
import { type Outcome, ok } from "./engine/diagnostics/problem.js";
import type { LoadedPack } from "./engine/model/loaded-pack.js";
import { defaultPackName } from "./read/find-pack.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export async function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  const precompiled = names.every((name) => name === defaultPackName) ? readPrecompiledPack() : null;
  if (precompiled !== null) return ok(precompiled);
  // On demand: reading and building packs from YAML is much code, and most runs take the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}

/** The default pack as the build put it beside the bundles; null where the sources run: their tests read the YAML. */
function readPrecompiledPack(): LoadedPack | null {
  const folder = import.meta.dirname;
  const core = join(folder, "default-pack-core.json");
  if (!existsSync(core)) return null;
  let texts: Buffer | null = null;
  return openSplitPack(readFileSync(core, "utf8"), (start, end) => {
    // Not as a string: what is never asked for stays out of the heap, and of what the garbage collector looks through.
    texts ??= readFileSync(join(folder, "default-pack-texts.txt"));
    return texts.toString("latin1", start, end);
  });
}
