import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { readTextFile, type TextFile } from "./read-file.js";
import { reasonOf } from "./reason-of.js";

/**
 * The text of a file, or those of the `*.yaml` and `*.yml` files of a folder, by name; `within` folders in it, too.
 * @param name what messages call it
 */
export async function readYamlFiles(
  path: string,
  name: string,
  { within }: { readonly within: boolean },
): Promise<Outcome<readonly TextFile[]>> {
  const unreadable = (reason: string): Outcome<readonly TextFile[]> =>
    failed([{ severity: "error", file: name, at: null, code: "unreadable-file", reason }]);
  let files: readonly string[];
  try {
    files = (await stat(path)).isDirectory() ? await yamlFilesIn(path, within) : [""];
  } catch (error) {
    return unreadable(reasonOf(error));
  }
  if (files.length === 0) return unreadable("the folder holds no YAML file");
  const texts: TextFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    // Of "" and a path, `join` makes the path, normalised: messages call a file what the person did.
    const read = await readTextFile(join(path, file), file === "" ? name : join(name, file));
    if (read.kind === "ok") texts.push(read.value);
    else problems.push(...read.problems);
  }
  return problems.length > 0 ? failed(problems) : ok(texts);
}

async function yamlFilesIn(folder: string, within: boolean): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: within });
  return names.filter((file) => /\.ya?ml$/.test(file)).sort();
}
