import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { readTextFile, type TextFile } from "./read-file.js";
import { reasonOf } from "./reason-of.js";

/** The `*.yaml` and `*.yml` files of a folder and of the folders in it, by name. `name` is what messages call it. */
export async function readCaseFiles(folder: string, name: string): Promise<Outcome<readonly TextFile[]>> {
  const unreadable = (reason: string): Outcome<readonly TextFile[]> =>
    failed([{ severity: "error", file: name, at: null, code: "unreadable-file", reason }]);
  let files: readonly string[];
  try {
    files = (await readdir(folder, { recursive: true })).filter((file) => /\.ya?ml$/.test(file)).sort();
  } catch (error) {
    return unreadable(reasonOf(error));
  }
  if (files.length === 0) return unreadable("the folder holds no YAML file");
  const read = await Promise.all(files.map((file) => readTextFile(join(folder, file), join(name, file))));
  const problems: Problem[] = read.flatMap((each) => (each.kind === "failed" ? each.problems : []));
  const texts = read.flatMap((each) => (each.kind === "ok" ? [each.value] : []));
  return problems.length > 0 ? failed(problems) : ok(texts);
}
