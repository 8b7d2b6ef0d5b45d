import { appendFile, mkdir, open, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { errorIn, failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { codeOf, unwritable } from "./file-problems.js";

/** A text and the file to write it to. */
export interface NewText {
  readonly path: string;
  /** The file's name in messages. */
  readonly name: string;
  readonly text: string;
}

/** Writes a file whole or not at all, as `writeTextFiles` does. */
export function writeTextFile(path: string, text: string, name: string = path): Promise<Outcome<null>> {
  return writeTextFiles([{ path, name, text }]);
}

/**
 * Writes every file whole, or none if one cannot be written: each text goes to a file beside its target, and only when
 * all are there are they renamed over the targets. A symbolic link stays one; a device (`/dev/stdout`) is written to
 * directly. An existing file keeps its mode.
 */
export async function writeTextFiles(files: readonly NewText[]): Promise<Outcome<null>> {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      drafts.push(await draftOf(file));
    } catch (error) {
      problems.push(unwritable(file.name, error));
    }
  }
  // Devices first: only they can still fail, and then nothing has been renamed yet.
  for (const draft of [...drafts.filter(({ device }) => device), ...drafts.filter(({ device }) => !device)]) {
    try {
      if (problems.length === 0) await draft.publish();
      else await draft.discard();
    } catch (error) {
      await draft.discard();
      problems.push(unwritable(draft.name, error));
    }
  }
  return problems.length > 0 ? failed(problems) : ok(null);
}

/** A text on its way to its file. */
interface Draft {
  readonly name: string;
  readonly device: boolean;
  readonly publish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

async function draftOf({ path, name, text }: NewText): Promise<Draft> {
  const target = await targetOf(path);
  const status = await stat(target).catch(unlessMissing(null));
  if (status?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  if (status !== null && !status.isFile())
    return { name, device: true, publish: () => writeInto(target, text, "w", null), discard: async () => {} };
  const beside = join(dirname(target), `.${crypto.randomUUID()}.tmp`);
  const discard = (): Promise<void> => rm(beside, { force: true });
  try {
    await writeInto(beside, text, "wx", status === null ? null : status.mode & 0o777);
  } catch (error) {
    await discard().catch(() => {});
    throw error;
  }
  return { name, device: false, publish: () => rename(beside, target), discard };
}

async function writeInto(path: string, text: string, flags: "w" | "wx", mode: number | null): Promise<void> {
  const handle = await open(path, flags);
  try {
    // Not as the mode to open with: the umask would remove bits.
    if (mode !== null) await handle.chmod(mode);
    await handle.writeFile(text);
    if (flags === "wx") await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes files into a folder, which is created if missing; other files in it are left alone. */
export async function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<Outcome<null>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return failed([unwritable(folder, error)]);
  }
  return writeTextFiles(
    files.map(({ name, text }) => ({ path: join(folder, name), name: join(folder, name), text })),
  );
}

/** Writes a file that must not exist yet. */
export async function createTextFile(path: string, name: string, text: string): Promise<Outcome<null>> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return ok(null);
  } catch (error) {
    const exists = codeOf(error) === "EEXIST";
    return failed([exists ? errorIn(name, { code: "file-exists" }) : unwritable(name, error)]);
  }
}

/** Appends a text to a file, which is created if missing. */
export async function appendTextFile(path: string, text: string): Promise<Outcome<null>> {
  try {
    await appendFile(path, text);
    return ok(null);
  } catch (error) {
    return failed([unwritable(path, error)]);
  }
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
function unlessMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (codeOf(error) === "ENOENT") return value;
    throw error;
  };
}
