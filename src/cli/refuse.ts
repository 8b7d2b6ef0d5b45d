import type { Problem } from "../engine/diagnostics/problem.js";
import { renderProblems } from "../engine/diagnostics/render-problem.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";

/** Says on standard error what is wrong with the input. */
export function refuse(problems: readonly Problem[], host: Host): number {
  host.stderr.write(`${renderProblems(problems)}\n`);
  return exitCodes.invalid;
}
