import { printable } from "../engine/diagnostics/plain-text.js";
import type { Problem } from "../engine/diagnostics/problem.js";
import { renderProblems } from "../engine/diagnostics/render-problem.js";
import { exitCodes, type Host } from "./host.js";

/** Reports problems of the input on standard error. */
export function refuse(problems: readonly Problem[], host: Host): number {
  host.stderr.write(`${renderProblems(problems)}\n`);
  return exitCodes.invalid;
}

/** Reports wrong usage on standard error. */
export function refuseUsage(message: string, host: Host): number {
  // It may repeat untrusted text from the command line.
  host.stderr.write(`${printable(`error: ${message}`, true)}\n`);
  return exitCodes.invalid;
}

/** Refuses `--output` with a format that is written while the input is read. */
export function refuseLinesOutput(host: Host): number {
  return refuseUsage(
    "`--output` cannot be combined with `--format jsonl`, which is written while the input is read: redirect standard output",
    host,
  );
}
