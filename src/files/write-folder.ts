import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome } from "../engine/diagnostics/problem.js";
import { writeReasonOf } from "./reason-of.js";
import { writeTextFiles } from "./write-file.js";

/** Writes files into a folder, which is made where it is not there; others in it are left alone. */
export async function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<Outcome<null>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = writeReasonOf(error);
    return failed([{ severity: "error", file: folder, at: null, code: "unwritable-file", reason }]);
  }
  const paths = files.map(({ name, text }) => ({ path: join(folder, name), name: join(folder, name), text }));
  return writeTextFiles(paths);
}
