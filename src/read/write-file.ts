import { promises } from "node:fs";
import { basename, dirname, join } from "node:path";
import { failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import { reasonOf } from "./read-file.js";

/**
 * Writes a file whole or not at all: the text goes to a file beside it, which is then renamed over it. A symbolic
 * link keeps being one; a device (`/dev/stdout`) is written to directly. The mode of a file that is there is kept.
 */
export async function writeTextFile(path: string, text: string): Promise<Outcome<null>> {
  try {
    const target = await promises.realpath(path).catch(() => path);
    const status = await promises.stat(target).catch(() => null);
    if (status?.isDirectory()) return refused(path, "it is a directory");
    if (status !== null && !status.isFile()) await writeInto(target, text, "w", 0o666);
    else await replace(target, text, status === null ? 0o666 : status.mode & 0o777);
    return ok(null);
  } catch (error) {
    return refused(path, reasonOf(error));
  }
}

async function replace(target: string, text: string, mode: number): Promise<void> {
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${crypto.randomUUID()}.tmp`);
  try {
    await writeInto(beside, text, "wx", mode);
    await promises.rename(beside, target);
  } catch (error) {
    if ((await promises.lstat(beside).catch(() => null)) !== null) await promises.rm(beside, { force: true });
    throw error;
  }
}

async function writeInto(path: string, text: string, flags: string, mode: number): Promise<void> {
  const handle = await promises.open(path, flags, mode);
  try {
    await handle.writeFile(text);
    if (flags === "wx") await handle.sync();
  } finally {
    await handle.close();
  }
}

function refused(file: string, reason: string): Outcome<null> {
  return failed([{ severity: "error", file, at: null, code: "unwritable-file", reason }]);
}
