import { printable } from "../engine/diagnostics/plain-text.js";
import type { Host } from "./host.js";
import { tool } from "./tool.js";

/** Set to anything, it adds to the message where in the program a bug showed. */
const stackVariable = "API_ADVISOR_STACK";

/** What is said of an error that nobody expected: one line, and the stack where it is asked for. */
export function bugReport(error: unknown, { env }: Pick<Host, "env">): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = `error: ${printable(said)}. This is a bug in ${tool.name} ${tool.version}: please report it, with what ${stackVariable}=1 adds here.\n`;
  const stack = error instanceof Error ? error.stack : undefined;
  return env[stackVariable] && stack !== undefined ? `${line}${printable(stack, true)}\n` : line;
}
