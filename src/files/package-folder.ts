import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package, as seen from its sources and from its bundles, which lie at different depths. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
