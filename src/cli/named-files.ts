import { resolve } from "node:path";
import type { Problem } from "../engine/diagnostics/problem.js";

/** The files that names and patterns mean, each once, and what is wrong with a pattern. */
export interface NamedFiles {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** File names with their patterns replaced by `expandGlobs`, which is loaded only if a name looks like a pattern. */
export async function namedFiles(names: readonly string[], cwd: string): Promise<NamedFiles> {
  if (!names.some((name) => /[*?[\]{}()!+@]/.test(name)))
    return { files: distinctFiles(names, cwd), problems: [] };
  const { expandGlobs } = await import("../files/expand-globs.js");
  const { files, problems } = await expandGlobs(names, cwd);
  return { files: distinctFiles(files, cwd), problems };
}

/** File names without those of a file that was named before, perhaps in another way; `-` is standard input. */
function distinctFiles(names: readonly string[], cwd: string): readonly string[] {
  const files = new Map<string, string>();
  for (const name of names) {
    const path = name === "-" ? name : resolve(cwd, name);
    if (!files.has(path)) files.set(path, name);
  }
  return [...files.values()];
}
