import { readFileSync } from "node:fs";
import { appendFile, lstat, mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorIn, failed, type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import { Draft } from "./draft.js";
import { codeOf, isForbidden, notUndone, refusal, unwritable } from "./file-problems.js";
import { nameOnce, putFirst, putNew, type Replaced, replace } from "./replace.js";
import { checkName, findTarget, type Target, unlessMissing } from "./target.js";
import { withTemporaryFiles } from "./temporary-files.js";

/** A text and the file to write it to. */
export interface NewText {
  readonly path: string;
  /** The file's name in messages, as it was given. */
  readonly name: string;
  readonly text: string;
  /** Whether an existing file with this text may be replaced; by default any may. */
  readonly mayReplace?: (old: string) => boolean;
  /** Whether nothing may have the name yet, not even by the time that the file appears. */
  readonly isNew?: boolean;
}

/**
 * Writes all files, whole, or none: each text goes to a draft beside its file, and once all drafts are on the disk they
 * take the places of the files. If one of them cannot, those before it get their old text back; any that cannot is named.
 * Pipes and devices come last, as what they have been sent stays sent.
 */
export function writeTextFiles(files: readonly NewText[]): Promise<Outcome<null>> {
  return withTemporaryFiles(async () => {
    const prepared: Prepared[] = [];
    const problems: Problem[] = [];
    try {
      for (const file of files) {
        const result = await prepare(file).catch((error) => failed<Prepared>([unwritten(file, error)]));
        if (result.kind === "ok") prepared.push(result.value);
        else problems.push(...result.problems);
      }
      return problems.length > 0 ? failed(problems) : await publishAll(prepared);
    } finally {
      for (const { draft } of prepared) await draft?.discard();
    }
  });
}

interface Prepared {
  readonly file: NewText;
  readonly target: Target;
  /** Null if the file or device is to be written into. */
  readonly draft: Draft | null;
}

async function prepare(file: NewText): Promise<Outcome<Prepared>> {
  const target = await findTarget(file.path, file.name);
  if (target.kind === "device") return ok({ file, target, draft: null });
  if (isEdited(target, file)) return failed([errorIn(file.name, { code: "edited-output" })]);
  if (file.isNew && target.kind === "file") throw refusal("EEXIST");
  const like = target.kind === "new" ? null : target.status;
  const draft = await Draft.create(target.path, like === null ? 0o666 : 0o600).catch((error) => {
    if (like !== null && isForbidden(error)) return null;
    throw error;
  });
  try {
    await draft?.fill(file.text, like);
  } catch (error) {
    await draft?.discard();
    throw error;
  }
  return ok({ file, target, draft });
}

/** A name that must be new is taken only if another process was faster. */
const unwritten = ({ name, isNew }: NewText, error: unknown): Problem =>
  isNew && codeOf(error) === "EEXIST"
    ? errorIn(name, { code: "changed-meanwhile" })
    : unwritable(name, error);

function isEdited(target: Target, { mayReplace }: NewText): boolean {
  if (target.kind !== "file" || mayReplace === undefined) return false;
  return !mayReplace(readFileSync(target.path, "utf8"));
}

async function publishAll(prepared: readonly Prepared[]): Promise<Outcome<null>> {
  const last = prepared.filter(({ target }) => target.kind === "device");
  const done: { readonly name: string; readonly replaced: Replaced }[] = [];
  for (const each of [...prepared.filter(({ target }) => target.kind !== "device"), ...last]) {
    const { name } = each.file;
    const result = await publish(each).catch((error) => failed<Replaced>([unwritten(each.file, error)]));
    if (result.kind === "failed") return failed([...result.problems, ...(await undoAll(done))]);
    done.push({ name, replaced: result.value });
  }
  for (const { replaced } of done) await replaced.finish();
  return ok(null);
}

async function publish({ file, target, draft }: Prepared): Promise<Outcome<Replaced>> {
  const edited = failed<Replaced>([errorIn(file.name, { code: "edited-output" })]);
  if (target.kind === "device") return ok(await sendTo(target.path, file.text));
  if (target.kind === "new" && draft !== null)
    return ok(await (file.isNew ? putFirst : putNew)(draft, target.path));
  if (target.kind === "new") throw new RangeError("a new file has a draft");
  if (isEdited(target, file)) return edited;
  const replaced = await replace(target, file.text, draft);
  if (replaced.old === null || file.mayReplace?.(await readFile(replaced.old, "utf8")) !== false)
    return ok(replaced);
  // Somebody saved the old file until it was replaced.
  await replaced.undo();
  return edited;
}

/** Writes into a pipe, a device or an open file, after what is in it. */
async function sendTo(path: string, text: string): Promise<Replaced> {
  const handle = await open(path, "a");
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  const undo = (): Promise<never> => Promise.reject(refusal("ENXIO"));
  return { old: null, undo, finish: async () => {} };
}

/** Puts files back; the result names those that stay written. */
async function undoAll(
  done: readonly { readonly name: string; readonly replaced: Replaced }[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { name, replaced } of done.toReversed())
    await replaced.undo().catch((error) => problems.push(notUndone(name, error)));
  return problems;
}

/** Creates a folder, and those it is in, unless it exists. */
export async function makeFolder(path: string, name: string): Promise<Outcome<null>> {
  try {
    await makeFolders(path);
    return ok(null);
  } catch (error) {
    return failed([unwritable(name, error)]);
  }
}

/** Step by step, as Node's own recursion never ends below `/proc`. */
async function makeFolders(path: string): Promise<void> {
  const status = await stat(path).catch(unlessMissing(null));
  if (status?.isDirectory()) return;
  if (status !== null) throw refusal("ENOTDIR");
  if (dirname(path) !== path) await makeFolders(dirname(path));
  await mkdir(path).catch((error) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
}

/** Writes files into a folder, which is created if missing; other files in it are left alone. */
export async function writeFolder(
  folder: string,
  files: readonly Omit<NewText, "path">[],
): Promise<Outcome<null>> {
  const made = await makeFolder(folder, folder);
  if (made.kind === "failed") return made;
  return writeTextFiles(
    files.map((file) => ({ ...file, path: join(folder, file.name), name: join(folder, file.name) })),
  );
}

/** Writes a file that must not exist yet, not even as a link to nothing; it appears whole. */
export function createTextFile(path: string, name: string, text: string): Promise<Outcome<null>> {
  return withTemporaryFiles(async () => {
    try {
      checkName(name);
      if ((await lstat(path).catch(unlessMissing(null))) !== null) throw refusal("EEXIST");
      const draft = await Draft.create(path, 0o666);
      try {
        await draft.fill(text, null);
        await nameOnce(draft.path, path);
      } finally {
        await draft.discard();
      }
      return ok(null);
    } catch (error) {
      const exists = codeOf(error) === "EEXIST";
      return failed([exists ? errorIn(name, { code: "file-exists" }) : unwritable(name, error)]);
    }
  });
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
