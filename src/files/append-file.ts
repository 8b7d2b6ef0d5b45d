import { appendFile } from "node:fs/promises";
import { failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import { writeReasonOf } from "./reason-of.js";

/** Adds a text to the end of a file, which is made where there is none. */
export async function appendTextFile(path: string, text: string): Promise<Outcome<null>> {
  try {
    await appendFile(path, text);
    return ok(null);
  } catch (error) {
    return failed([
      { severity: "error", file: path, at: null, code: "unwritable-file", reason: writeReasonOf(error) },
    ]);
  }
}
