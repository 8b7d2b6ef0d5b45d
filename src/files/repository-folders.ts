import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder and those above it, up to the root of the repository (the one with `.git`); outside of one, it alone. */
export function repositoryFolders(from: string): readonly string[] {
  const passed: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    passed.push(folder);
    if (existsSync(join(folder, ".git"))) return passed;
    if (folder === dirname(folder)) return [from];
  }
}
