import type { Readable, Writable } from "node:stream";

/** A stream to read that may be a terminal. */
export type Input = Readable & { readonly isTTY?: boolean | undefined };

/** A stream to write that may be a terminal. */
export type Output = Writable & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
};

/** Everything the program needs from outside; tests pass their own. */
export interface Host {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The day by UTC, YYYY-MM-DD, so that the same moment is the same day on every machine. */
  readonly today: () => string;
}

export const exitCodes = {
  done: 0,
  /** The check fails. */
  gate: 1,
  /** Wrong usage, invalid input, or output that cannot be written. */
  invalid: 2,
  /** A bug of ours (EX_SOFTWARE of sysexits.h). */
  bug: 70,
  /** The person cancelled. */
  cancelled: 130,
} as const;

/** The process as a host. */
export function processHost(): Host {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is not a failure.
    if (error.code === "EPIPE") return;
    process.exitCode = exitCodes.invalid;
    process.stderr.write(`error: standard output cannot be written: ${error.code}\n`);
  });
  // If standard error cannot be written (`2>&1 | head`), nobody is left to read a message.
  process.stderr.on("error", () => undefined);
  return {
    // Opened on first use: most runs never read it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: workingFolder(),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** The folder that relative paths start from; if it has been removed, the one the shell names. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
