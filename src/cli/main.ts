import { printable } from "../engine/diagnostics/plain-text.js";
import { findConfig } from "../files/find-config.js";
import { exitCodes, type Host } from "./host.js";
import { tool } from "./tool.js";

/** An environment variable that adds the stack trace to the report of a bug. */
const stackVariable = "API_ADVISOR_STACK";

/**
 * Runs one command line and returns its exit code; never ends the process itself.
 * @param argv the arguments alone, without node and script
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  try {
    // The build makes a file of its own for what each of these two imports leads to.
    const file = plainFile(argv, host);
    if (file !== null) {
      const { plainAdvise } = await import("./plain-advise.js");
      const code = await plainAdvise(file, host);
      if (code !== null) return code;
    }
    const { runProgram } = await import("./program.js");
    return await runProgram(argv, host);
  } catch (error) {
    return isWriteError(error) ? giveUp(error, host) : reportBug(error, host);
  }
}

/** Neither an option, nor standard input, nor a pattern. */
const plainName = /^[\w./][\w./-]*$/;

/** The file of the plainest command line: `advise FILE`, without a terminal or a config. Null for any other. */
export function plainFile(argv: readonly string[], { stdout, env, cwd }: Host): string | null {
  const [command, file, ...others] = argv;
  if (command !== "advise" || file === undefined || others.length > 0 || !plainName.test(file)) return null;
  if (stdout.isTTY || env["FORCE_COLOR"] !== undefined) return null;
  // A config may name rule packs.
  return findConfig(cwd, tool.name) === null ? file : null;
}

/** Node writes files (`> report.txt`) synchronously, and on some versions a full disk is thrown instead of emitted. */
function isWriteError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}

function giveUp(error: NodeJS.ErrnoException, { stdout }: Host): number {
  try {
    stdout.emit("error", error);
  } catch {
    // Standard error cannot be written either.
  }
  return exitCodes.invalid;
}

/** One line for an error that nobody expected, and its stack trace on request. */
function reportBug(error: unknown, { env, stderr }: Host): number {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  stderr.write(
    `error: ${printable(message)}. This is a bug in ${tool.name} ${tool.version}: please report it, with the output of ${stackVariable}=1.\n`,
  );
  if (env[stackVariable] && error instanceof Error) stderr.write(`${printable(String(error.stack), true)}\n`);
  return exitCodes.bug;
}
