import { writeFile } from "node:fs/promises";
import { failed, type Outcome, ok, type ProblemDetail } from "../engine/diagnostics/problem.js";
import { codeOf, writeReasonOf } from "./reason-of.js";

/** Writes a file that must not be there yet. */
export async function createTextFile(path: string, name: string, text: string): Promise<Outcome<null>> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return ok(null);
  } catch (error) {
    const detail: ProblemDetail =
      codeOf(error) === "EEXIST"
        ? { code: "file-exists" }
        : { code: "unwritable-file", reason: writeReasonOf(error) };
    return failed([{ severity: "error", file: name, at: null, ...detail }]);
  }
}
