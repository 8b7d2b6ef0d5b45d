import { isUtf8 } from "node:buffer";
import { constants, createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import {
  errorIn,
  failed,
  type Location,
  type Outcome,
  ok,
  type ProblemDetail,
} from "../engine/diagnostics/problem.js";
import { unreadable } from "./file-problems.js";

/** Longer lines are refused and not kept, which bounds the memory used. */
export const lineLimit = 1024 * 1024;

/** An even longer line is taken to be endless, such as that of a device: nothing after it is read. */
export const endlessLimit = 1024 * 1024 * 1024;

/** One line of a text with its number, from 1; failed if it is too long or not UTF-8. */
export interface ReadLine {
  readonly line: number;
  readonly text: Outcome<string>;
}

/** The length shown of a line that cannot be read. */
const shownBytes = 200;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads a stream line by line, in one list for each chunk: an asynchronous step for every line would take longer than
 * most lines do. Lines end with LF or CRLF, the last one also with the stream. Blank lines are skipped but counted; a
 * byte order mark is not part of the first. If the stream fails, or a line seems to have no end, that is the last
 * result.
 * @param file the stream's name in messages
 */
export async function* readLines(
  stream: AsyncIterable<unknown>,
  file: string,
): AsyncGenerator<readonly ReadLine[], void, void> {
  let line = 1;
  let pending = emptyLine();
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : asBuffer(chunk as Uint8Array);
      const found: ReadLine[] = [];
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
        push(found, extend(pending, bytes.subarray(start, end)), file, line);
        pending = emptyLine();
        line += 1;
        start = end + 1;
      }
      if (start < bytes.length) extend(pending, bytes.subarray(start));
      if (found.length > 0) yield found;
      if (pending.length > endlessLimit) break;
    }
  } catch (error) {
    return yield [{ line, text: failed([unreadable(file, error)]) }];
  }
  const last: ReadLine[] = [];
  push(last, pending, file, line, pending.length <= endlessLimit);
  if (last.length > 0) yield last;
}

/** A line as far as it has been read. Past the limit only its beginning is kept, and the rest is counted. */
interface RawLine {
  length: number;
  parts: Buffer[];
}

const emptyLine = (): RawLine => ({ length: 0, parts: [] });

/** Adds to a line the part that was read next. */
function extend(raw: RawLine, more: Buffer): RawLine {
  raw.length += more.length;
  if (raw.length <= lineLimit + 1) raw.parts.push(more);
  else if (raw.parts.length !== 1 || raw.length - more.length <= lineLimit + 1) {
    // A copy, so that the buffers it came from can be freed.
    const head = Buffer.concat([...raw.parts, more.subarray(0, shownBytes)]);
    raw.parts = [Buffer.from(head.subarray(0, shownBytes))];
  }
  return raw;
}

function push(found: ReadLine[], raw: RawLine, file: string, line: number, whole = true): void {
  const text = textOf(raw, file, line, whole);
  if (text.kind === "failed" || /\S/.test(text.value)) found.push({ line, text });
}

/** The text of a line; `whole` is false if it was not read to its end. */
function textOf({ length, parts }: RawLine, file: string, line: number, whole: boolean): Outcome<string> {
  const refused = (detail: ProblemDetail, lineText: string, start: number): Outcome<string> => {
    const at: Location = { file, line, column: start + 1, width: 1, lineText };
    return failed([errorIn(file, detail, at)]);
  };
  const bytes = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
  const ends = bytes.length === length && bytes.at(-1) === carriageReturn;
  if (length > (ends ? lineLimit + 1 : lineLimit)) {
    const head = bytes
      .subarray(0, shownBytes)
      .toString("utf8")
      .replace(/\ufffd+$/, "");
    const known = whole ? { bytes: length, limit: lineLimit } : { bytes: null, limit: endlessLimit };
    return refused({ code: "line-too-long", ...known }, head, 0);
  }
  const text = bytes.toString(
    "utf8",
    line === 1 && hasMark(bytes) ? 3 : 0,
    ends ? bytes.length - 1 : bytes.length,
  );
  const replaced = text.indexOf("\ufffd");
  if (replaced >= 0 && !isUtf8(bytes)) return refused({ code: "not-utf8" }, text, replaced);
  return ok(text);
}

function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The bytes of a regular file, chunk by chunk. Anything else is refused with the code of a system error, as it may
 * never end, or never start: pipes and devices belong on standard input, as the message for ESPIPE says.
 */
export async function* readRegularFile(path: string): AsyncGenerator<Uint8Array, void, void> {
  // Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const status = await file.stat();
  if (!status.isFile()) {
    await file.close();
    throw Object.assign(new Error("no regular file"), { code: status.isDirectory() ? "EISDIR" : "ESPIPE" });
  }
  yield* createReadStream(path, { fd: file });
}
