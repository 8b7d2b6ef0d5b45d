import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { readTextFile, type TextFile } from "./read-file.js";
import { reasonOf } from "./reason-of.js";

/**
 * The texts of a pack: a file, or the `*.yaml` and `*.yml` files of a folder (not of folders in it), by name.
 * `name` is what messages call it.
 */
export async function readPackFiles(path: string, name: string): Promise<Outcome<readonly TextFile[]>> {
  let files: readonly string[];
  try {
    files = (await stat(path)).isDirectory()
      ? (await readdir(path)).filter((file) => /\.ya?ml$/.test(file)).sort()
      : [""];
  } catch (error) {
    return failed([
      { severity: "error", file: name, at: null, code: "unreadable-file", reason: reasonOf(error) },
    ]);
  }
  if (files.length === 0) {
    return failed([
      {
        severity: "error",
        file: name,
        at: null,
        code: "unreadable-file",
        reason: "the folder holds no YAML file",
      },
    ]);
  }
  const texts: TextFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = await readTextFile(
      file === "" ? path : join(path, file),
      file === "" ? name : join(name, file),
    );
    if (read.kind === "ok") texts.push(read.value);
    else problems.push(...read.problems);
  }
  return problems.length > 0 ? failed(problems) : ok(texts);
}
