import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { repositoryFolders } from "./repository-folders.js";

const manifest = "package.json";
const configNames = [".api-advisorrc.yaml", ".api-advisorrc.yml", ".api-advisorrc.json", manifest];

/** The nearest folder with a config, and the names of all the files in it that are one. */
export interface FoundConfig {
  readonly folder: string;
  readonly names: readonly [string, ...string[]];
}

/**
 * Looks for a config in a folder and those above it, up to the root of the repository (the folder that has `.git`).
 * Outside of a repository only in the folder itself, as those above may be anybody's, such as `/tmp`. Synchronous and
 * small, as the shortest run does it, too.
 * @param key of a `package.json` that makes it a config
 */
export function findConfig(from: string, key: string): FoundConfig | null {
  for (const folder of repositoryFolders(resolve(from))) {
    const [first, ...others] = configNames.filter((name) => isConfig(folder, name, key));
    if (first !== undefined) return { folder, names: [first, ...others] };
  }
  return null;
}

/** Files, where a config would be looked for, whose names are nearly that of one: they are not read. */
export const nearConfigs = (from: string): readonly string[] =>
  repositoryFolders(resolve(from)).flatMap((folder) =>
    entriesOf(folder)
      .filter((entry) => !entry.isDirectory() && /^\.?api-advisorrc(?:\.ya?ml|\.json)?$/i.test(entry.name))
      .map(({ name }) => join(folder, name)),
  );

/** What is in a folder; nothing if it cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link that leads nowhere counts: who sets the terms must not be overlooked because a file is missing. */
function isConfig(folder: string, name: string, key: string): boolean {
  const path = join(folder, name);
  try {
    lstatSync(path);
    return name !== manifest || hasKey(path, key);
  } catch {
    return false;
  }
}

/** Whether a `package.json` has the key; one that is no JSON is taken to have it if it mentions it. */
function hasKey(path: string, key: string): boolean {
  if (!statSync(path).isFile()) return false;
  const text = readFileSync(path, "utf8");
  // A key may be written with escapes.
  if (!text.includes(`"${key}"`) && !text.includes("\\u")) return false;
  try {
    // As for any other file, a byte order mark is no part of the text.
    return Object.hasOwn(Object(JSON.parse(text.replace(/^\ufeff/, ""))), key);
  } catch {
    return true;
  }
}
