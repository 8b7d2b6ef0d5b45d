import type { Problem } from "../engine/diagnostics/problem.js";

/** File names with their patterns replaced, as `expandGlobs` does it; it is loaded where a name looks like a pattern. */
export async function namedFiles(
  names: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  if (!names.some((name) => /[*?[\]{}()!+@]/.test(name))) return { files: names, problems: [] };
  return (await import("../read/expand-globs.js")).expandGlobs(names, cwd);
}
