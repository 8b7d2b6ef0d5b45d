import { commandFacts, type DeclaredCommand } from "../completion/command-tree.js";
import { completions } from "../completion/completions.js";
import type { Shell } from "../completion/shells.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";

/** Prints the completion script of a declared program. */
export function completion(shell: Shell, program: DeclaredCommand, host: Host): number {
  host.stdout.write(completions[shell](commandFacts(program)));
  return exitCodes.done;
}
