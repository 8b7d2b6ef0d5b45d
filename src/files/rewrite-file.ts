import { closeSync, existsSync, fstatSync, openSync, readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { errorIn, failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import { claim, type Draft } from "./draft.js";
import { CutShort, codeOf, refusal, unwritable } from "./file-problems.js";
import { readExactTextFile, type TextFile } from "./read-file.js";
import { replace } from "./replace.js";
import { type FileTarget, findTarget, unlessMissing } from "./target.js";
import { withTemporaryFiles } from "./temporary-files.js";

/** A file's new text, and what else came of working it out. */
export interface Edited<Value> {
  readonly text: string;
  readonly value: Value;
}

/** How often an edit is started over because another program changes the file. */
const attempts = 5;

type Edit<Value> = (source: TextFile) => Outcome<Edited<Value>>;

/**
 * Changes a text file, so that no change of anybody else is lost: the edit is worked out again if the file is no longer
 * what was read. A file that has the new text already is left alone.
 * @param edit from the file's text to its new one; without side effects, as it may run several times
 */
export async function rewriteTextFile<Value>(
  path: string,
  name: string,
  edit: Edit<Value>,
): Promise<Outcome<Value>> {
  const source = await readExactTextFile(path, name);
  if (source.kind === "failed") return source;
  // Nothing is created beside a file that is not going to be written.
  const edited = edit(source.value);
  if (edited.kind === "failed") return edited;
  if (edited.value.text === source.value.text) return ok(edited.value.value, edited.warnings);
  const again: Edit<Value> = (now) => (now.text === source.value.text ? edited : edit(now));
  return withTemporaryFiles(async () => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const done = await attemptOn(path, name, again).catch((error) => systemProblem(name, error));
      if (done !== "changed") return done;
    }
    return failed([errorIn(name, { code: "changed-meanwhile" })]);
  });
}

/** Errors of the system are problems; any other is a bug. */
function systemProblem(name: string, error: unknown): Outcome<never> {
  if (codeOf(error) === null && !(error instanceof CutShort)) throw error;
  return failed([unwritable(name, error)]);
}

async function attemptOn<Value>(
  path: string,
  name: string,
  edit: Edit<Value>,
): Promise<Outcome<Value> | "changed"> {
  const target = await findTarget(path, name);
  if (target.kind === "device") throw refusal("ENXIO");
  if (target.kind === "new") return "changed";
  const claimed = await claim(target, name);
  if (claimed.kind === "failed") return claimed;
  const draft = claimed.value;
  try {
    // Again, as another process may have written it before this one could claim it.
    const status = await stat(target.path, { bigint: true });
    const source = await readExactTextFile(target.path, name);
    if (source.kind === "failed") return source;
    const edited = edit(source.value);
    if (edited.kind === "failed") return edited;
    const { text, value } = edited.value;
    const current = { ...target, status };
    const done = text === source.value.text || (await exchange(current, source.value.text, text, draft));
    return done ? ok(value, edited.warnings) : "changed";
  } catch (error) {
    // Another process took this one for gone and removed its draft.
    if (codeOf(error) === "ENOENT" && draft !== null && !existsSync(draft.path)) return "changed";
    throw error;
  } finally {
    await draft?.discard();
  }
}

/** Gives the file a new text if it still has the old one; otherwise it stays as it is, and the result is false. */
async function exchange(target: FileTarget, from: string, to: string, draft: Draft | null): Promise<boolean> {
  await draft?.fill(to, target.status);
  if (!isStill(target, from)) return false;
  const replaced = await replace(target, to, draft);
  // Somebody may have written into the old file until it was replaced, or may still be writing: then it comes back.
  if (replaced.old !== null && (await readFile(replaced.old, "utf8").catch(unlessMissing(from))) !== from) {
    await replaced.undo();
    return false;
  }
  await replaced.finish();
  return true;
}

/** Whether it is the same file, with the same text. */
function isStill({ path, status }: FileTarget, text: string): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    const now = fstatSync(file, { bigint: true });
    const same = (["dev", "ino", "mode", "uid", "gid", "nlink"] as const).every(
      (key) => now[key] === status[key],
    );
    return same && Buffer.from(text).equals(readFileSync(file));
  } finally {
    closeSync(file);
  }
}
