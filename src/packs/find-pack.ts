import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { defaultPackName } from "./default-pack-name.js";

/**
 * Where a pack is: `default`, a path relative to `from`, or an npm package seen from `from` (its folder `rules`
 * where it has one). Null when there is nothing under that name.
 */
export function findPack(name: string, from: string): string | null {
  if (name === defaultPackName) return join(packageFolder(), "rules");
  const path = isAbsolute(name) ? name : resolve(from, name);
  if (existsSync(path)) return path;
  if (!/^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return null;
  // Not by resolving its manifest: a package may export no more than it means to.
  const places = createRequire(join(from, "pack.js")).resolve.paths(name) ?? [];
  const installed = places
    .map((place) => join(place, name))
    .find((folder) => existsSync(join(folder, "package.json")));
  if (installed === undefined) return null;
  const rules = join(installed, "rules");
  return existsSync(rules) ? rules : installed;
}

/** The folder of this package, as seen from its sources and from its bundles, which lie at different depths. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
