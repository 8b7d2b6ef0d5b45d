import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { restorePack } from "./engine/compile/precompiled-pack.js";
import { openSplitPack } from "./engine/compile/split-pack.js";
import { type Outcome, ok } from "./engine/diagnostics/problem.js";
import type { LoadedPack } from "./engine/model/loaded-pack.js";
import { defaultPackName } from "./read/find-pack.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  return load(names, cwd, () => restorePack(JSON.parse(readFileSync(inDist("default-pack.json"), "latin1"))));
}

/**
 * The same for a run that shows a few of a pack's entries: those of the default pack are parsed when they are first asked
 * for, so it is no plain data that could be copied or cloned.
 */
export function openPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  return load(names, cwd, () => openSplitPack(readFileSync(inDist("default-pack.jsonl"), "latin1")));
}

async function load(
  names: readonly string[],
  cwd: string,
  precompiled: () => LoadedPack,
): Promise<Outcome<LoadedPack>> {
  // Only beside the bundles: where the sources run, their tests read the YAML.
  if (names.every((name) => name === defaultPackName) && existsSync(inDist("default-pack.json")))
    return ok(precompiled());
  // On demand: reading and building packs from YAML is much code, and most runs take the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}

const inDist = (file: string): string => join(import.meta.dirname, file);
