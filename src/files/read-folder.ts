import { readdir } from "node:fs/promises";
import { failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import { codeOf, unwritable } from "./file-problems.js";

/**
 * The names of what is in a folder that is to be written into, in their order; none if there is no such folder yet.
 * @param name the folder's name in messages
 */
export async function namesIn(path: string, name: string): Promise<Outcome<readonly string[]>> {
  try {
    return ok((await readdir(path)).sort());
  } catch (error) {
    return codeOf(error) === "ENOENT" ? ok([]) : failed([unwritable(name, error)]);
  }
}
