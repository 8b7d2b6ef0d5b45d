import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { nameBeside, wholeEnd } from "./draft.js";
import { CutShort } from "./file-problems.js";
import { keepTemporary } from "./temporary-files.js";

/**
 * Writes a text into an existing file, for one that must stay what it is: with other names, mounted on its own, of an
 * owner that a new file could not have, or in a folder that takes no new file. Nothing else in this process runs
 * meanwhile, no signal either. If it fails, for want of space say, the old text is put back.
 * @param draft a file with the whole text, which stays under another name if the process is killed meanwhile; null if
 *   there is none
 * @returns the old text
 */
export function overwrite(path: string, bytes: Buffer, draft: string | null): Buffer {
  // Whatever happens to the path from now on, this is the file.
  const file = openSync(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const old = readFileSync(file);
    reserve(file, bytes.subarray(old.length), old.length);
    const whole = draft === null ? null : keepWhole(draft, path);
    exchange(file, bytes, old, whole);
    if (whole !== null) rmSync(whole, { force: true });
    return old;
  } finally {
    closeSync(file);
  }
}

/** Writes what makes the file longer, as long as nothing is lost by failing: only this needs space. */
function reserve(file: number, more: Buffer, length: number): void {
  try {
    writeAll(file, more, length);
  } catch (error) {
    ftruncateSync(file, length);
    throw error;
  }
}

function keepWhole(draft: string, path: string): string {
  const whole = nameBeside(path, wholeEnd);
  renameSync(draft, whole);
  keepTemporary(draft);
  return whole;
}

function exchange(file: number, bytes: Buffer, old: Buffer, whole: string | null): void {
  try {
    setText(file, bytes);
  } catch (error) {
    try {
      setText(file, old);
    } catch {
      throw whole === null ? error : new CutShort(whole);
    }
    if (whole !== null) rmSync(whole, { force: true });
    throw error;
  }
}

function setText(file: number, bytes: Buffer): void {
  writeAll(file, bytes, 0);
  if (fstatSync(file).size > bytes.length) ftruncateSync(file, bytes.length);
  fsyncSync(file);
}

function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
}
