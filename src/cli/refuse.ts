import type { Problem } from "../engine/diagnostics/problem.js";
import { renderProblems } from "../engine/diagnostics/render-problem.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";

/** Says that files are not written in a format that is written as the input is read. */
export function refuseOutput(host: Host): number {
  host.stderr.write(
    "error: `--output` does not go with `--format jsonl`, which is written while the input is read: redirect standard output\n",
  );
  return exitCodes.invalid;
}

/** Says on standard error what is wrong with the input. */
export function refuse(problems: readonly Problem[], host: Host): number {
  host.stderr.write(`${renderProblems(problems)}\n`);
  return exitCodes.invalid;
}
