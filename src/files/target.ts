import { accessSync, type BigIntStats, constants } from "node:fs";
import { readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { codeOf, refusal } from "./file-problems.js";

/** What writing to a path writes to; `path` is its real path. */
export type Target =
  | { readonly kind: "new"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly status: BigIntStats }
  /** A pipe, a terminal or a file that this process has open: written into, never replaced. */
  | { readonly kind: "device"; readonly path: string };

export type FileTarget = Extract<Target, { readonly kind: "file" }>;

/** Names of files that a process has open. Through them, a regular file is to be continued, not replaced. */
const openFile = /^\/(dev\/(stdin|stdout|stderr|fd\/\d+)|proc\/[^/]+\/fd\/\d+)$/;

/**
 * Finds what would be written to.
 * @param name the path as it was given, in which a final slash still shows
 * @throws a system error if it may not or cannot be written
 */
export async function findTarget(path: string, name: string): Promise<Target> {
  checkName(name);
  const status = await stat(path, { bigint: true }).catch(unlessMissing(null));
  if (status === null) return { kind: "new", path: await targetOf(path) };
  if (status.isDirectory()) throw refusal("EISDIR");
  if (!status.isFile() || openFile.test(path)) return { kind: "device", path };
  const target = await targetOf(path);
  // The superuser may write anything, but a file that nobody may write was made so on purpose.
  if ((status.mode & 0o222n) === 0n) throw refusal("READ_ONLY");
  accessSync(target, constants.W_OK);
  return { kind: "file", path: target, status };
}

/** @throws a refusal if a name, as it was given, cannot be that of a file */
export function checkName(name: string): void {
  if (name.trim() === "") throw refusal("NO_NAME");
  if (name.endsWith("/") || name.endsWith(sep)) throw refusal("NAMES_FOLDER");
}

/**
 * The real path of the file that writing to a path writes to, whether it exists or not: symbolic links are followed,
 * also those of the folders that it is in.
 */
export async function targetOf(path: string, links = 0): Promise<string> {
  const found = await realpath(path).catch(unlessMissing(null));
  if (found !== null) return found;
  const next = await readlink(path).catch(() => null);
  if (next !== null && links <= 40) return targetOf(resolve(dirname(path), next), links + 1);
  const folder = dirname(path);
  return folder === path ? path : join(await targetOf(folder, links), basename(path));
}

/** Ignores that a file does not exist; any other failure to reach it prevents writing as well. */
export function unlessMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (codeOf(error) === "ENOENT") return value;
    throw error;
  };
}
