import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Problem } from "../engine/diagnostics/problem.js";

/**
 * File names with patterns (`services/**\/*.yaml`) replaced by the files that they match, in order of name; nothing
 * below `node_modules` matches. What exists under its literal name is that file. A file named twice comes once.
 * A pattern that matches nothing is a problem: a gate over no file would pass without a word.
 */
export async function expandGlobs(
  names: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of names) {
    const matched = await filesOf(name, cwd);
    if (matched === null) problems.push(refused(name, "the pattern is too long or too involved"));
    else if (matched.length === 0) problems.push(refused(name, "no file matches this pattern"));
    for (const file of matched ?? []) {
      const path = file === "-" ? file : resolve(cwd, file);
      if (!files.has(path)) files.set(path, file);
    }
  }
  return { files: [...files.values()], problems };
}

function refused(file: string, reason: string): Problem {
  return { severity: "error", file, at: null, code: "unreadable-file", reason };
}

/** Longer ones are no one's, and braces in braces multiply: expanding them would take longer than anyone waits. */
const patternLimit = 1000;
const braceLimit = 8;

/** Null for a pattern that is not tried. */
async function filesOf(name: string, cwd: string): Promise<readonly string[] | null> {
  if (name === "-" || !isDynamicPattern(name) || existsSync(resolve(cwd, name))) return [name];
  if (name.length > patternLimit || name.split(/[{(]/).length - 1 > braceLimit) return null;
  const pattern = process.platform === "win32" ? name.replaceAll("\\", "/") : name;
  const found = await glob(pattern, { cwd, ignore: "**/node_modules/**", expandDirectories: false });
  return found.sort((a, b) => (a < b ? -1 : 1));
}
