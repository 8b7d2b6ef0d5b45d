import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { errorIn, type Problem } from "../../engine/diagnostics/problem.js";
import { expandGlobs, literally } from "../../files/expand-globs.js";
import { usualName, usualPattern } from "./usual-names.js";

/**
 * The problem of a folder that is named in place of an answers file, with what to name instead; null if it is none.
 * @param takesPatterns whether the command takes patterns, as those do that take several files
 */
export async function folderNamed(
  name: string,
  cwd: string,
  takesPatterns: boolean,
): Promise<Problem | null> {
  const path = resolve(cwd, name);
  const status = await stat(path).catch(() => null);
  if (status === null || !status.isDirectory()) return null;
  const folder = name.replace(/[\\/]+$/, "");
  const { files } = await expandGlobs([usualPattern], path);
  const own = `**/${usualName("*")}`;
  const pattern = files.every((file) => file.endsWith(usualName(""))) ? own : usualPattern;
  return errorIn(name, {
    code: "folder-named",
    found: files.map((file) => `${folder}/${file}`),
    pattern: takesPatterns ? `${literally(folder)}/${pattern}` : null,
  });
}
