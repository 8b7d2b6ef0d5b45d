import { CommanderError } from "commander";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";
import { program } from "./program.js";

/** Runs whatever command line there is, and tells its exit code; usage that is wrong has been explained by then. */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
  let code: number = exitCodes.done;
  const root = program(host, (result) => {
    code = result;
  });
  try {
    await root.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.invalid;
    throw error;
  }
}
