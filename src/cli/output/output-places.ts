import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { targetOf } from "../../files/target.js";

/** Names of standard output. Its stream is written to: a pipe cannot always be opened by name, a file would be replaced. */
export const isStandardOutput = (file: string): boolean =>
  ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].includes(file);

/** Whether the name of an output is that of a folder, which exists or ends with a slash. */
export async function isOutputFolder(name: string, cwd: string): Promise<boolean> {
  if (isStandardOutput(name)) return false;
  if (/[/\\]$/.test(name)) return true;
  const status = await stat(resolve(cwd, name)).catch(() => null);
  return status?.isDirectory() ?? false;
}

/** A file or folder by its real path, and by what it still is under another name. */
export interface FilePlace {
  readonly path: string;
  readonly id: string;
}

export const standardOutput: FilePlace = { path: "", id: "-" };

/** What would be written; null if it is a device or cannot be reached (writing will report that). */
export async function placeAt(path: string): Promise<FilePlace | null> {
  try {
    const status = await stat(path).catch(() => null);
    if (status !== null && !status.isFile() && !status.isDirectory()) return null;
    const target = await targetOf(path);
    return { path: target, id: await identityOf(target) };
  } catch {
    return null;
  }
}

/** The same for all hard links of a file; the path of one that does not exist. */
export async function identityOf(path: string): Promise<string> {
  const status = await stat(path, { bigint: true }).catch(() => null);
  return status === null ? path : `${status.dev}:${status.ino}`;
}
