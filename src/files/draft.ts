import { createHash, randomBytes } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorIn, failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import { isForbidden } from "./file-problems.js";
import type { FileTarget } from "./target.js";
import { addTemporary, keepTemporary, removeTemporary } from "./temporary-files.js";

/** A claim as old as this belongs to a process that is gone: writing takes milliseconds. */
const staleAfter = 5000;
/** How long to wait, in seconds, until other processes have written the file. */
const patience = 30;

/** What the drafts of a file begin with: not its name, as that may leave no room for more. */
const stemOf = (target: string): string =>
  `.api-advisor-${createHash("sha256").update(basename(target)).digest("hex").slice(0, 12)}-`;
/** The end of the name of a text that is being written over its file. */
export const wholeEnd = "-whole.tmp";
const sticky = 0o1000;

/** A new name in the folder of a file for something temporary that belongs to it. */
export function nameBeside(target: string, end = ".tmp"): string {
  return join(dirname(target), `${stemOf(target)}${randomBytes(12).toString("hex")}${end}`);
}

/** The draft of another process; `cutShort` if that was overwriting the file itself and never got to its end. */
interface Rival {
  readonly path: string;
  readonly cutShort: boolean;
}

/**
 * A temporary file beside the one to write. Its name starts with a stem that every draft of that file has, and ends so
 * that nobody can guess it.
 */
export class Draft {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #folder: string;
  readonly #stem: string;
  #fits = true;

  private constructor(target: string, path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
    this.#folder = dirname(target);
    this.#stem = stemOf(target);
  }

  /** @param mode the permissions of a new file; the process's umask takes some of them away */
  static async create(target: string, mode: number): Promise<Draft> {
    const path = nameBeside(target);
    addTemporary(path);
    try {
      return new Draft(target, path, await open(path, "wx", mode));
    } catch (error) {
      keepTemporary(path);
      throw error;
    }
  }

  /**
   * Writes the text and sees it to the disk.
   * @param like the file that the draft is to replace: it gets its owner and permissions first
   */
  async fill(text: string, like: BigIntStats | null): Promise<void> {
    this.#fits = like === null || (await this.#becomeLike(like));
    await this.#handle.writeFile(text);
    await this.#handle.sync();
    // At once, as there may be thousands.
    await this.#handle.close();
  }

  /** Whether the draft could get the owner and permissions of the file it is to replace. */
  get fits(): boolean {
    return this.#fits;
  }

  async #becomeLike({ uid, gid, mode }: BigIntStats): Promise<boolean> {
    const own = await this.#handle.stat({ bigint: true });
    try {
      if (own.uid !== uid || own.gid !== gid) await this.#handle.chown(Number(uid), Number(gid));
      // After the owner, as a change of owner removes some bits. Not as the mode to open with: the umask removes others.
      await this.#handle.chmod(Number(mode & 0o7777n));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Whether another process is writing the same file, which a draft of its own shows. A draft that is too old is removed:
   * its process can then no longer rename it, so it is safe to go on even if that process should still run.
   */
  async rival(owner: number): Promise<Rival | null> {
    const own = await this.#handle.stat();
    const folder = await stat(this.#folder);
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!name.startsWith(this.#stem) || path === this.path) continue;
      const other = await stat(path).catch(() => null);
      if (other === null) continue;
      // In a folder like /tmp anybody can create a file, but only these can replace this one.
      const mayReplace = (folder.mode & sticky) === 0 || [0, own.uid, owner, folder.uid].includes(other.uid);
      if (!mayReplace) continue;
      // Not the time of its last change of text: the second name of an old file has that of the file.
      const stale = own.ctimeMs - other.ctimeMs >= staleAfter;
      if (!stale || name.endsWith(wholeEnd)) return { path, cutShort: stale };
      await removeTemporary(path);
    }
    return null;
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {});
    await removeTemporary(this.path);
  }
}

/**
 * A draft that is the only one of its file, once no other process is writing it. Null if the folder takes no new file:
 * then the file can only be overwritten.
 * @param name the file's name in messages
 */
export async function claim({ path, status }: FileTarget, name: string): Promise<Outcome<Draft | null>> {
  const start = performance.now();
  for (let wait = 10; ; wait = Math.min(2 * wait, 200)) {
    let draft: Draft;
    try {
      draft = await Draft.create(path, 0o600);
    } catch (error) {
      if (isForbidden(error)) return ok(null);
      throw error;
    }
    const rival = await draft.rival(Number(status.uid));
    if (rival === null) return ok(draft);
    await draft.discard();
    if (rival.cutShort) return failed([errorIn(name, { code: "cut-short", whole: rival.path })]);
    if (performance.now() - start > patience * 1000)
      return failed([errorIn(name, { code: "busy-file", claim: rival.path, seconds: patience })]);
    await pause(wait * (0.5 + Math.random()));
  }
}
