import { writeFile } from "node:fs/promises";
import { failed, type Outcome, ok, type ProblemDetail } from "../engine/diagnostics/problem.js";
import { reasonOf } from "./read-file.js";

/** Writes a file that must not be there yet. */
export async function createTextFile(path: string, name: string, text: string): Promise<Outcome<null>> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return ok(null);
  } catch (error) {
    const taken = typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST";
    const detail: ProblemDetail = taken
      ? { code: "file-exists" }
      : { code: "unwritable-file", reason: reasonOf(error) };
    return failed([{ severity: "error", file: name, at: null, ...detail }]);
  }
}
