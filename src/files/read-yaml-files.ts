import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { codeOf, unreadable } from "./file-problems.js";
import { readTextFile, type TextFile } from "./read-file.js";

/** The most files and folders to visit: a folder of cases or rules has some hundreds, a whole machine millions. */
const entryLimit = 100_000;

/**
 * The text of a file, or those of the `*.yaml` and `*.yml` files of a folder, by name; `within` also in its subfolders.
 * @param name its name in messages
 */
export async function readYamlFiles(
  path: string,
  name: string,
  { within, most = entryLimit }: { readonly within: boolean; readonly most?: number },
): Promise<Outcome<readonly TextFile[]>> {
  let files: readonly string[] | null;
  try {
    files = (await stat(path)).isDirectory() ? await yamlFilesIn(path, within, most) : [""];
  } catch (error) {
    return failed([unreadable(name, error)]);
  }
  if (files === null) return failed([unreadable(name, `the folder has more than ${most} files and folders`)]);
  if (files.length === 0) return failed([unreadable(name, "the folder has no YAML file")]);
  const texts: TextFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    // `join` with "" would normalise the path: messages use the name that the person gave.
    const read = await readTextFile(join(path, file), file === "" ? name : join(name, file));
    if (read.kind === "ok") texts.push(read.value);
    else problems.push(...read.problems);
  }
  return problems.length > 0 ? failed(problems) : ok(texts);
}

/**
 * The names of the YAML files below a folder; null if it has more than `most` entries of any kind. Links are followed,
 * but no folder is read twice: links can be circular, and a case counts once. A folder is named by its real path, not
 * by a link.
 */
async function yamlFilesIn(folder: string, within: boolean, most: number): Promise<readonly string[] | null> {
  const found: string[] = [];
  const folders = [""];
  const links: string[] = [];
  const seen = new Set<string>();
  let entries = 0;
  for (;;) {
    const below = folders.pop() ?? links.pop();
    if (below === undefined) return found.sort();
    const path = join(folder, below);
    const real = await realpath(path);
    if (seen.has(real)) continue;
    seen.add(real);
    const inside = await readdir(path, { withFileTypes: true });
    entries += inside.length;
    if (entries > most) return null;
    // In reverse, so that of two links to one folder the first by name is on top of the stack.
    for (const entry of inside.sort((a, b) => (a.name < b.name ? 1 : -1))) {
      const name = join(below, entry.name);
      if (within && entry.isDirectory()) folders.push(name);
      if (within && entry.isSymbolicLink() && (await leadsToFolder(join(folder, name)))) links.push(name);
      if (/\.ya?ml$/.test(name)) found.push(name);
    }
  }
}

/** Whether a link leads to a folder; one that leads nowhere does not. Throws if that cannot be determined. */
async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ELOOP") return false;
    throw error;
  }
}
