import type { Command } from "commander";
import { nearest } from "../engine/diagnostics/phrases.js";

/** The command at a path of words, such as `rules lint`; null if there is none. */
export function commandAt(root: Command, path: readonly string[]): Command | null {
  return path.reduce<Command | null>(
    (command, word) => command?.commands.find((below) => below.name() === word) ?? null,
    root,
  );
}

/** The path of the command most likely meant, below `group`; an exact name comes before a similar one. */
function nearCommand(group: Command, name: string): string | null {
  const named = namesBelow(group, group.parent === null ? "" : `${group.name()} `);
  const near = nearest(
    name,
    named.map((command) => command.name),
  );
  return named.find((command) => command.name === near)?.path ?? null;
}

function namesBelow(
  group: Command,
  prefix: string,
): readonly { readonly name: string; readonly path: string }[] {
  return group.commands.flatMap((command) => [
    { name: command.name(), path: prefix + command.name() },
    ...namesBelow(command, `${prefix}${command.name()} `),
  ]);
}

/** What to say of a word that is no command of `group`; `otherwise` is what else to do. */
export function unknownCommand(group: Command, name: string, otherwise: string): string {
  const near = nearCommand(group, name);
  return `unknown command '${name}'${near === null ? "" : `\nDid you mean ${near}?`}\n${otherwise}`;
}
