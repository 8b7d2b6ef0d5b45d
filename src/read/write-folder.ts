import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { reasonOf } from "./read-file.js";
import { writeTextFile } from "./write-file.js";

/** Writes files into a folder, which is made where it is not there; others in it are left alone. */
export async function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<Outcome<null>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = reasonOf(error);
    return failed([{ severity: "error", file: folder, at: null, code: "unwritable-file", reason }]);
  }
  const problems: Problem[] = [];
  for (const { name, text } of files) {
    const written = await writeTextFile(join(folder, name), text);
    if (written.kind === "failed") problems.push(...written.problems);
  }
  return problems.length > 0 ? failed(problems) : ok(null);
}
