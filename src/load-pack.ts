import { readFileSync } from "node:fs";
import { restorePack } from "./engine/compile/precompiled-pack.js";
import { openSplitPack } from "./engine/compile/split-pack.js";
import { type Outcome, ok } from "./engine/diagnostics/problem.js";
import type { LoadedPack } from "./engine/model/loaded-pack.js";
import { defaultPackName } from "./read/default-pack-name.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  return load(names, cwd, "default-pack.json", (text) => restorePack(JSON.parse(text)));
}

/**
 * The same for a run that shows a few of a pack's entries: those of the default pack are parsed when they are first asked
 * for, so it is no plain data that could be copied or cloned.
 */
export function openPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  return load(names, cwd, "default-pack.jsonl", openSplitPack);
}

async function load(
  names: readonly string[],
  cwd: string,
  file: string,
  open: (text: string) => LoadedPack,
): Promise<Outcome<LoadedPack>> {
  const precompiled = names.every((name) => name === defaultPackName) ? besideBundle(file) : null;
  if (precompiled !== null) return ok(open(precompiled));
  // On demand: reading and building packs from YAML is much code, and most runs take the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}

/** The text of a file in ASCII; null where the sources run, whose tests read the YAML. */
function besideBundle(file: string): string | null {
  try {
    return readFileSync(`${import.meta.dirname}/${file}`, "latin1");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
