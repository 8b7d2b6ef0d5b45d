import { printable } from "../engine/diagnostics/plain-text.js";
import type { Problem } from "../engine/diagnostics/problem.js";
import { renderProblems } from "../engine/diagnostics/render-problem.js";
import { exitCodes, type Host } from "./host.js";

/** Reports on standard error what is wrong with the input. */
export function refuse(problems: readonly Problem[], host: Host): number {
  host.stderr.write(`${renderProblems(problems)}\n`);
  return exitCodes.invalid;
}

/** Reports on standard error what is wrong with the command line. */
export function refuseUsage(message: string, host: Host): number {
  // It may repeat what was typed, or what a script put together.
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
