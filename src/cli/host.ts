import type { Readable, Writable } from "node:stream";
import { exitCodes } from "./exit-codes.js";
import type { Output } from "./output.js";
import { DirectOutput, standardOutput } from "./standard-output.js";

/** A stream that may be a terminal. */
export type Input = Readable & { readonly isTTY?: boolean | undefined };

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

/** The process as a host. */
export interface ProcessHost extends Host {
  /** Ends the process, which after an error of standard output has the exit code 2 whatever `code` says. */
  readonly end: (code: number) => void;
}

export function processHost(): ProcessHost {
  let stdout: Output | null = null;
  let usesStreams = false;
  const onOutputError = ({ code }: NodeJS.ErrnoException): void => {
    host.stderr.write(`error: standard output cannot be written: ${code}\n`);
    process.exitCode = exitCodes.invalid;
  };
  const host: ProcessHost = {
    // Opened when they are used: opening one takes time.
    get stdin() {
      usesStreams = true;
      return process.stdin;
    },
    get stdout() {
      stdout ??= standardOutput(onOutputError);
      return stdout;
    },
    get stderr() {
      usesStreams = true;
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
    end: (code) => {
      process.exitCode ||= code;
      // With nothing left to wait for, taking the heap apart in good order would only take time.
      if (!usesStreams && (stdout === null || (stdout instanceof DirectOutput && stdout.isDone)))
        process.exit();
    },
  };
  return host;
}

/** Where paths start; the folder that the shell names where it has been removed meanwhile. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
