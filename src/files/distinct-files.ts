import { resolve } from "node:path";

/** File names without those of a file that was named before, be it in another way; `-` is standard input. */
export function distinctFiles(names: readonly string[], cwd: string): readonly string[] {
  if (names.length < 2) return names;
  const files = new Map<string, string>();
  for (const name of names) {
    const path = name === "-" ? name : resolve(cwd, name);
    if (!files.has(path)) files.set(path, name);
  }
  return [...files.values()];
}
