import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openPackLines } from "./engine/compile/pack-lines.js";
import { type Outcome, ok } from "./engine/diagnostics/problem.js";
import type { LoadedPack } from "./engine/model/loaded-pack.js";
import { defaultPackName } from "./read/find-pack.js";

/**
 * Loads packs by name (`default`, a path, an npm package), each with the packs that it extends, and lays them over
 * each other in the order given. No names: the default pack. All problems of all files come at once.
 */
export async function readPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  const precompiled = names.every((name) => name === defaultPackName) ? readPrecompiledPack() : null;
  if (precompiled !== null) return ok(openPackLines(precompiled));
  // On demand: reading and building packs from YAML is much code, and most runs take the default pack.
  const { buildPacks } = await import("./build-packs.js");
  return buildPacks(names, cwd);
}

/** The default pack as the build put it beside the bundles; null where the sources run: their tests read the YAML. */
function readPrecompiledPack(): ((index: number) => string) | null {
  const file = join(import.meta.dirname, "default-pack.jsonl");
  return existsSync(file) ? linesOf(readFileSync(file)) : null;
}

/** Lines of ASCII. What is never asked for stays out of the heap, and of what the garbage collector looks through. */
function linesOf(bytes: Buffer): (index: number) => string {
  const starts = [0];
  for (let feed = bytes.indexOf(lineFeed); feed >= 0; feed = bytes.indexOf(lineFeed, feed + 1))
    starts.push(feed + 1);
  return (index) => bytes.toString("latin1", starts[index], (starts[index + 1] ?? bytes.length + 1) - 1);
}

const lineFeed = 10;
