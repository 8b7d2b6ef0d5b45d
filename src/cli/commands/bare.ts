import { nearest } from "../../engine/diagnostics/phrases.js";
import { formatIds } from "../../engine/report/formats.js";
import { argumentList, defineCommand, type Program } from "../define-command.js";
import type { Host } from "../host.js";
import { askingOptions, format, linesFormat, recommendOptions, stdinFilename } from "../options.js";
import { refuseUsage } from "../refuse.js";
import { tool } from "../tool.js";
import { adviseOn } from "./advise.js";
import { runInterview } from "./interview.js";

const standardInput = { files: ["-"], problems: [] };

/** The program without a command: `interview` at a terminal, otherwise `advise -`. */
export const bare = defineCommand({
  name: tool.name,
  about: "",
  arguments: [argumentList("[command...]", "")],
  options: {
    ...askingOptions,
    format: format([...formatIds, linesFormat]),
    ...recommendOptions,
    stdinFilename,
  },
  run: async ([[name]], options, host, { program }) => {
    if (name !== undefined) return unknownCommand(program, name, host);
    const { format, save, from, quick, accessible } = options;
    const wantsInterview = [save, from, quick, accessible].some((option) => option !== undefined);
    if (!host.stdin.isTTY && !wantsInterview) return adviseOn(standardInput, options, host);
    if (format !== linesFormat) return runInterview({ ...options, format }, host);
    return refuseUsage(
      `--format ${linesFormat} is for answers from files or a pipe, not from an interview`,
      host,
    );
  },
});

function unknownCommand(program: Program, name: string, host: Host): number {
  const near = nearCommand(program, name);
  const hint = near === null ? "" : `\nDid you mean ${near}?`;
  return refuseUsage(
    `unknown command '${name}'${hint}\nTo advise on a file: ${tool.name} advise ${name}`,
    host,
  );
}

/** The command most likely meant, with its group; an exact name in a group comes before a similar one. */
function nearCommand(program: Program, name: string): string | null {
  const named = program.commands.flatMap((command) => [
    { name: command.name(), path: command.name() },
    ...command.commands.map((below) => ({
      name: below.name(),
      path: `${command.name()} ${below.name()}`,
    })),
  ]);
  const near = nearest(
    name,
    named.map((command) => command.name),
  );
  return named.find((command) => command.name === near)?.path ?? null;
}
