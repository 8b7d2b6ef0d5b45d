import { bugReport } from "./bug-report.js";
import { advise } from "./commands/advise.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";
import { plainAdvise } from "./plain-advise.js";

/**
 * Runs one command line and tells its exit code; never ends the process itself.
 * @param argv the arguments alone, without node and script
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  try {
    const plain = plainAdvise(argv);
    if (plain !== null) return await advise(plain.files, plain.options, host);
    const { runProgram } = await import("./run-program.js");
    return await runProgram(argv, host);
  } catch (error) {
    host.stderr.write(bugReport(error, host));
    return exitCodes.bug;
  }
}
