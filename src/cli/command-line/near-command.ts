import { nearest } from "../../engine/diagnostics/phrases.js";
import type { Program } from "./define-command.js";

/** The path of the command most likely meant, below `group`; an exact name comes before a similar one. */
function nearCommand(group: Program, name: string): string | null {
  const named = namesBelow(group, group.parent === null ? "" : `${group.name()} `);
  const near = nearest(
    name,
    named.map((command) => command.name),
  );
  return named.find((command) => command.name === near)?.path ?? null;
}

function namesBelow(
  group: Program,
  prefix: string,
): readonly { readonly name: string; readonly path: string }[] {
  return group.commands.flatMap((command) => [
    { name: command.name(), path: prefix + command.name() },
    ...namesBelow(command, `${prefix}${command.name()} `),
  ]);
}

/** What to say of a word that is no command of `group`; `otherwise` is what else to do. */
export function unknownCommand(group: Program, name: string, otherwise: string): string {
  const near = nearCommand(group, name);
  return `unknown command '${name}'${near === null ? "" : `\nDid you mean ${near}?`}\n${otherwise}`;
}
