import type { Problem } from "../engine/diagnostics/problem.js";
import { distinctFiles } from "../files/distinct-files.js";

/** What names of files stand for: each file once, and what is wrong with a pattern. */
export interface NamedFiles {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** File names with their patterns replaced, as `expandGlobs` does it; it is loaded where a name looks like a pattern. */
export async function namedFiles(names: readonly string[], cwd: string): Promise<NamedFiles> {
  if (!names.some((name) => /[*?[\]{}()!+@]/.test(name)))
    return { files: distinctFiles(names, cwd), problems: [] };
  return (await import("../files/expand-globs.js")).expandGlobs(names, cwd);
}
