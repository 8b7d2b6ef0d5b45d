import { readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf } from "./reason-of.js";

/**
 * The file that writing to a path writes to, there yet or not, by its one name: symbolic links are followed, those of
 * the folders that it lies in, too.
 */
export async function targetOf(path: string, links = 0): Promise<string> {
  const found = await realpath(path).catch(unlessMissing(null));
  if (found !== null) return found;
  const next = await readlink(path).catch(() => null);
  if (next !== null && links <= 40) return targetOf(resolve(dirname(path), next), links + 1);
  const folder = dirname(path);
  return folder === path ? path : join(await targetOf(folder, links), basename(path));
}

/** Passes over that there is no such file; every other reason not to reach it stands in the way of writing, too. */
export function unlessMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (codeOf(error) === "ENOENT") return value;
    throw error;
  };
}
