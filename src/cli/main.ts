import { CommanderError } from "commander";
import { bugReport } from "./bug-report.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";
import { program } from "./program.js";

/**
 * Runs one command line and tells its exit code; never ends the process itself.
 * @param argv the arguments alone, without node and script
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  let code: number = exitCodes.done;
  const keep = (result: number): void => {
    code = result;
  };
  const root = program(host, keep, argv[0]);
  try {
    await root.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.invalid;
    host.stderr.write(bugReport(error, host));
    return exitCodes.bug;
  }
}
