import { constants, copyFile, link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Draft, nameBeside } from "./draft.js";
import { codeOf, hasCode, isForbidden, refusal } from "./file-problems.js";
import { overwrite } from "./overwrite.js";
import type { FileTarget } from "./target.js";
import { addTemporary, keepTemporary, removeTemporary } from "./temporary-files.js";

/** A file that has got its new text. Either it is put back to its old one, or what that needs is removed. */
export interface Replaced {
  /** The old file, under another name; null if there is none. */
  readonly old: string | null;
  readonly undo: () => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** Renames a draft to a name that no file has yet, or over whatever has got that name meanwhile. */
export async function putNew(draft: Draft, path: string): Promise<Replaced> {
  await rename(draft.path, path);
  keepTemporary(draft.path);
  await syncFolder(path);
  return { old: null, undo: async () => rm(path, { force: true }), finish: async () => {} };
}

/** The same, but fails if anything has got that name. */
export async function putFirst(draft: Draft, path: string): Promise<Replaced> {
  await nameOnce(draft.path, path);
  await syncFolder(path);
  return { old: null, undo: async () => rm(path, { force: true }), finish: async () => {} };
}

/** Gives a file a name that nothing has yet. Unlike renaming, this fails if something has. */
export async function nameOnce(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"])) throw error;
    // File systems without hard links.
    await copyFile(draft, path, constants.COPYFILE_EXCL);
  }
}

/**
 * Gives an existing file the text of a draft: by renaming the draft over it, or by overwriting the file if it would not
 * stay the same file otherwise.
 * @param draft null if there is none: then the file is overwritten
 */
export async function replace(target: FileTarget, text: string, draft: Draft | null): Promise<Replaced> {
  const { path, status } = target;
  const inPlace = (): Replaced => overwritten(path, text, draft);
  if (draft === null || status.nlink > 1n || !draft.fits) return inPlace();
  const old = await secondName(path);
  try {
    await rename(draft.path, path);
  } catch (error) {
    if (old !== null) await removeTemporary(old);
    // A file that is mounted on its own is busy; in a folder like /tmp, only some may replace it.
    if (codeOf(error) === "EBUSY" || isForbidden(error)) return inPlace();
    throw error;
  }
  keepTemporary(draft.path);
  await syncFolder(path);
  return renamed(path, old);
}

function renamed(path: string, old: string | null): Replaced {
  return {
    old,
    undo: async () => {
      if (old === null) throw refusal("NO_SECOND_NAME");
      await rename(old, path);
      keepTemporary(old);
    },
    finish: async () => {
      if (old !== null) await removeTemporary(old);
    },
  };
}

function overwritten(path: string, text: string, draft: Draft | null): Replaced {
  const bytes = overwrite(path, Buffer.from(text), draft?.path ?? null);
  return {
    old: null,
    undo: async () => {
      overwrite(path, bytes, null);
    },
    finish: async () => {},
  };
}

/** A second name for a file, so that it is still there after another one is renamed over it; null if it cannot have one. */
async function secondName(path: string): Promise<string | null> {
  const name = nameBeside(path);
  addTemporary(name);
  try {
    await link(path, name);
    return name;
  } catch {
    keepTemporary(name);
    return null;
  }
}

/** Sees the new name to the disk, where a folder can be opened at all. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
