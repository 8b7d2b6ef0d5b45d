import { fstatSync, writeSync } from "node:fs";
import type { Output } from "./output.js";

const descriptor = 1;

/**
 * Standard output. Node's own stream takes as long to set up as a report to make, as all of its streams and sockets
 * come with it; files and pipes, which it would write at once as well, are written without it.
 * @param onError takes what kept it from being written; a reader that went away (`| head`) is no failure of ours
 */
export function standardOutput(onError: (error: NodeJS.ErrnoException) => void): Output {
  const tell = (error: NodeJS.ErrnoException): void => {
    if (error.code !== "EPIPE") onError(error);
  };
  return waitsByItself() ? new DirectOutput(tell) : streamed(tell);
}

/** Whether a write to it returns when all is written, as is usual for files and pipes. */
function waitsByItself(): boolean {
  if (process.platform === "win32") return false;
  try {
    const stat = fstatSync(descriptor);
    // Node makes the pipes of its children of sockets.
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

function streamed(onError: (error: NodeJS.ErrnoException) => void): Output {
  return process.stdout.on("error", onError);
}

export class DirectOutput implements Output {
  destroyed = false;
  /** What took over from the first write on that the reader was too slow for. */
  #stream: Output | null = null;
  readonly #giveUp: (error: NodeJS.ErrnoException) => void;

  constructor(onError: (error: NodeJS.ErrnoException) => void) {
    this.#giveUp = (error) => {
      this.destroyed = true;
      onError(error);
    };
  }

  /** Whether all that was written is out. */
  get isDone(): boolean {
    return this.#stream === null;
  }

  write(text: string | Uint8Array, encoding: "utf8" | "latin1" = "utf8"): boolean {
    const bytes = typeof text === "string" ? Buffer.from(text, encoding) : text;
    if (this.#stream !== null) return this.#stream.write(bytes);
    let written = 0;
    try {
      while (!this.destroyed && written < bytes.length) written += writeSync(descriptor, bytes, written);
      return true;
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      // Another process made the pipe one that does not wait: Node's stream can.
      if (failure.code === "EAGAIN") {
        // It does not stay destroyed itself.
        this.#stream = streamed(this.#giveUp);
        return this.#stream.write(bytes.subarray(written));
      }
      this.#giveUp(failure);
      return true;
    }
  }

  once(event: string, listener: () => void): unknown {
    return this.#stream?.once(event, listener);
  }

  off(event: string, listener: () => void): unknown {
    return this.#stream?.off(event, listener);
  }
}
