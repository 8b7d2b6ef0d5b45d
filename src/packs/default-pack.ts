import { readFileSync } from "node:fs";
import { join } from "node:path";
import { restoreLoaded } from "../engine/compile/precompiled-pack.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import { packageFolder } from "./find-pack.js";

/** The default pack from the file that the build makes; null before the first build. */
export function precompiledDefaultPack(): LoadedPack | null {
  try {
    return restoreLoaded(JSON.parse(readFileSync(join(packageFolder(), "dist/default-pack.json"), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
