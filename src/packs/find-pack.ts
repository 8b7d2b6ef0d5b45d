import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** The word for the pack that ships with the tool. */
export const defaultPackName = "default";

/** Whether these packs, each layered over those before it, are the default pack as it is. */
export const isDefaultPack = (names: readonly string[]): boolean =>
  names.every((name) => name === defaultPackName);

/**
 * The path of a pack: `default`, a path relative to `from`, or an npm package that `from` can use (its folder `rules`
 * if it has one). Null if nothing has that name.
 */
export function findPack(name: string, from: string): string | null {
  if (name.trim() === "") return null;
  if (name === defaultPackName) return join(packageFolder(), "rules");
  const path = isAbsolute(name) ? name : resolve(from, name);
  return existsSync(path) ? path : findInstalledPack(name, from);
}

/** The path of a pack that is an npm package which `from` can use; null if there is none of that name. */
export function findInstalledPack(name: string, from: string): string | null {
  if (!/^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return null;
  // Does not resolve its manifest: a package need not export that.
  const places = createRequire(join(from, "pack.js")).resolve.paths(name) ?? [];
  const installed = places
    .map((place) => join(place, name))
    .find((folder) => existsSync(join(folder, "package.json")));
  if (installed === undefined) return null;
  const rules = join(installed, "rules");
  return existsSync(rules) ? rules : installed;
}

/** The folder of this package, found from its sources and from its bundles, which are at different depths. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
