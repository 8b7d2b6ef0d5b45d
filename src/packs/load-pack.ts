import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sliceable } from "../engine/compile/later-entries.js";
import { restorePack } from "../engine/compile/precompiled-pack.js";
import { openSplitPack } from "../engine/compile/split-pack.js";
import { type Outcome, ok } from "../engine/diagnostics/problem.js";
import type { LoadedPack } from "../engine/model/loaded-pack.js";
import { defaultPackName } from "./default-pack-name.js";
import { packageFolder } from "./find-pack.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  return load(names, cwd, "default-pack.json", (bytes) => restorePack(JSON.parse(bytes.toString("latin1"))));
}

/**
 * The same for a run that shows a few of a pack's entries: those of the default pack are parsed when they are first asked
 * for, so it is no plain data that could be copied or cloned.
 */
export function openPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  return load(names, cwd, "default-pack.jsonl", (bytes) =>
    openSplitPack(partlyDecoded(bytes), bytes.indexOf("\n")),
  );
}

/** So much of a text is decoded at once: a string from which on V8 keeps it apart from other objects and never copies it. */
const atHand = 128 * 1024;

/** A text in ASCII of which a run reads the beginning and little else: what lies behind is decoded when it is asked for. */
function partlyDecoded(bytes: Buffer): Sliceable {
  const beginning = bytes.toString("latin1", 0, atHand);
  return {
    slice: (start, end) =>
      end <= beginning.length ? beginning.slice(start, end) : bytes.toString("latin1", start, end),
  };
}

async function load(
  names: readonly string[],
  cwd: string,
  file: string,
  open: (bytes: Buffer) => LoadedPack,
): Promise<Outcome<LoadedPack>> {
  const precompiled = names.every((name) => name === defaultPackName) ? builtFile(file) : null;
  if (precompiled !== null) return ok(open(precompiled));
  // On demand: reading and building packs from YAML is much code, and most runs take the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}

/** The bytes of a file that the build makes; null before it was first run. */
function builtFile(file: string): Buffer | null {
  try {
    return readFileSync(join(packageFolder(), "dist", file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
