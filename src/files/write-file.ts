import { open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { writeReasonOf } from "./reason-of.js";
import { targetOf, unlessMissing } from "./target-of.js";

/** A text and the file that it goes to. */
export interface NewText {
  readonly path: string;
  /** What messages call the file. */
  readonly name: string;
  readonly text: string;
}

/** Writes a file whole or not at all, as `writeTextFiles` does. */
export function writeTextFile(path: string, text: string, name: string = path): Promise<Outcome<null>> {
  return writeTextFiles([{ path, name, text }]);
}

/**
 * Writes every file whole, or, where one cannot be written, none: each text goes to a file beside its target, and only
 * once all are there are they renamed over the targets. A symbolic link keeps being one; a device (`/dev/stdout`) is
 * written to directly. The mode of a file that is there is kept.
 */
export async function writeTextFiles(files: readonly NewText[]): Promise<Outcome<null>> {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      drafts.push(await draftOf(file));
    } catch (error) {
      problems.push(refused(file.name, writeReasonOf(error)));
    }
  }
  // A device first: only there can what is left still fail, and then nothing has been renamed yet.
  for (const draft of [...drafts.filter(({ device }) => device), ...drafts.filter(({ device }) => !device)]) {
    try {
      if (problems.length === 0) await draft.publish();
      else await draft.discard();
    } catch (error) {
      await draft.discard();
      problems.push(refused(draft.name, writeReasonOf(error)));
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
    // Not as the mode to open with: the process's mask would take bits away.
    if (mode !== null) await handle.chmod(mode);
    await handle.writeFile(text);
    if (flags === "wx") await handle.sync();
  } finally {
    await handle.close();
  }
}

function refused(file: string, reason: string): Problem {
  return { severity: "error", file, at: null, code: "unwritable-file", reason };
}
