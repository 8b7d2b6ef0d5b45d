import { type Problem, renderProblems } from "../index.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";

/** Says on standard error what is wrong with the input. */
export function refuse(problems: readonly Problem[], host: Host): number {
  host.stderr.write(`${renderProblems(problems)}\n`);
  return exitCodes.invalid;
}
