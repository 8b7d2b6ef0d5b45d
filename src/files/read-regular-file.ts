import { constants, createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/**
 * The bytes of a regular file, piece by piece. Anything else is refused with the code of a system error, as it may
 * never end, or never begin: what comes through a pipe or a device is for standard input, which is what is told of ESPIPE.
 */
export async function* readRegularFile(path: string): AsyncGenerator<Uint8Array, void, void> {
  // Without it, opening a pipe waits until somebody writes to it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const status = await file.stat();
  if (!status.isFile()) {
    await file.close();
    throw Object.assign(new Error("no regular file"), { code: status.isDirectory() ? "EISDIR" : "ESPIPE" });
  }
  yield* createReadStream(path, { fd: file });
}
