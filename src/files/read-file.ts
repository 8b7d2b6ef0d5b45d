import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { errorIn, failed, type Outcome, ok } from "../engine/diagnostics/problem.js";
import { unreadable } from "./file-problems.js";

/** Larger inputs are refused: a hand-written file never is, and reading stays bounded. */
export const sizeLimit = 1024 * 1024;

/** A text and its name in messages. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** Reads one file as UTF-8, without its byte order mark. Directories, devices and files over 1 MiB are refused. */
export function readTextFile(path: string, name: string = path): Promise<Outcome<TextFile>> {
  return readWhole(path, name, false);
}

/** Reads a file like `readTextFile`, but with its byte order mark as U+FEFF, for callers that write the text back. */
export function readExactTextFile(path: string, name: string): Promise<Outcome<TextFile>> {
  return readWhole(path, name, true);
}

async function readWhole(path: string, name: string, keepMark: boolean): Promise<Outcome<TextFile>> {
  try {
    // Synchronous, as nothing runs meanwhile: the overhead of asynchronous calls would exceed the reading itself.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(file);
      if (!status.isFile())
        return failed([
          unreadable(name, status.isDirectory() ? "it is a directory" : "it is not a regular file"),
        ]);
      if (status.size > sizeLimit) return tooLarge(name, status.size);
      const bytes = readBeyond(file, status.size, sizeLimit);
      if (bytes.length > sizeLimit) return tooLarge(name, null);
      return decode(bytes, name, keepMark);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return failed([unreadable(name, error)]);
  }
}

/** The least that one read asks for; files of `/proc` are read in whole pages. */
const leastRoom = 65_536;

/**
 * The bytes of a file up to its end, or more than `limit` of them. Its reported size is only a hint: files of `/proc`
 * have none, and a file can grow meanwhile.
 */
function readBeyond(file: number, size: number, limit: number): Buffer {
  // One byte more than expected, so that the end is met without another round.
  let buffer = Buffer.allocUnsafe(Math.max(size + 1, leastRoom));
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length > limit) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
  }
}

/** Reads a stream to its end, up to the same limit. */
export async function readTextStream(
  stream: AsyncIterable<unknown>,
  name: string,
): Promise<Outcome<TextFile>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      const buffer = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array);
      bytes += buffer.length;
      if (bytes > sizeLimit) return tooLarge(name, null);
      chunks.push(buffer);
    }
  } catch (error) {
    return failed([unreadable(name, error)]);
  }
  return decode(Buffer.concat(chunks), name);
}

function tooLarge(file: string, bytes: number | null): Outcome<never> {
  return failed([errorIn(file, { code: "file-too-large", bytes, limit: sizeLimit })]);
}

function decode(bytes: Buffer, name: string, keepMark = false): Outcome<TextFile> {
  try {
    return ok({
      file: name,
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepMark }).decode(bytes),
    });
  } catch {
    return failed([errorIn(name, { code: "not-utf8" })]);
  }
}
