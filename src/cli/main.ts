import * as nodeModule from "node:module";
import { setFlagsFromString } from "node:v8";
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
    const file = plainFile(argv, host);
    if (file !== null) {
      const { plainAdvise } = await loadPlainAdvise();
      const code = await plainAdvise(file, host);
      if (code !== null) return code;
    }
    const { runProgram } = await import("./program.js");
    return await runProgram(argv, host);
  } catch (error) {
    return isWriteError(error) ? giveUp(error, host) : reportBug(error, host);
  }
}

/**
 * Has V8 compile that file as a whole, not each function when it is first called: 3 % less processor time for one
 * surface on Node 20, and 18 % on 22 and later, whose compile cache then has every function. Half of the YAML library is
 * never called: a Node that has no such cache saves 1 % by not compiling it.
 */
async function loadPlainAdvise(): Promise<typeof import("./plain-advise.js")> {
  if (!("enableCompileCache" in nodeModule)) await import("yaml");
  setFlagsFromString("--no-lazy");
  const loaded = await import("./plain-advise.js");
  setFlagsFromString("--lazy");
  return loaded;
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
