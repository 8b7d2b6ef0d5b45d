import type { Readable, Writable } from "node:stream";
import { standardOutput } from "./standard-output.js";

/** A stream that may be a terminal. */
export type Input = Readable & { readonly isTTY?: boolean | undefined };

/** What is used of a stream to write to, which may be a terminal. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** True once nothing more can be written. */
  readonly destroyed: boolean;
  /** @returns false where it is better to wait for `drain`, `close` or `error` before more is written */
  write(text: string | Uint8Array): boolean;
  write(text: string, encoding: "utf8" | "latin1"): boolean;
  once(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

/** Everything that the program takes from outside; tests bring their own. */
export interface Host {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output & Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The day, YYYY-MM-DD, in the machine's time zone. */
  readonly today: () => string;
}

/**
 * The process as a host.
 * @param onOutputError takes what kept standard output from being written
 */
export function processHost(onOutputError: (error: NodeJS.ErrnoException) => void = () => undefined): Host {
  let stdout: Output | null = null;
  return {
    // Opened when they are used: opening one takes time.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      stdout ??= standardOutput(onOutputError);
      return stdout;
    },
    get stderr() {
      // When it cannot be written (`2>&1 | head`), nobody is left to tell.
      if (process.stderr.listenerCount("error") === 0) process.stderr.on("error", () => undefined);
      return process.stderr;
    },
    env: process.env,
    cwd: workingFolder(),
    today: () => {
      const now = new Date();
      const two = (part: number): string => String(part).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
  };
}

/** Where paths start; the folder that the shell names where it has been removed meanwhile. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
