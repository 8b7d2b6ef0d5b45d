import { type Command, Option } from "commander";
import { exitCodes } from "../host.js";
import { tool } from "../tool.js";

/** The program's version by `-v` and, as it was once, by `-V`. */
export function withVersion(program: Command): Command {
  program.version(tool.version, "-V").options.at(-1)?.hideHelp();
  return program.version(tool.version, "-v, --version", "print the version");
}

/** After a command `-v` is refused: it was short for `--verbose` once, and some will mean the version. */
export function withoutVersion(command: Command): Command {
  return command.addOption(new Option("-v").hideHelp()).on("option:v", () => {
    const hasDetails = command.options.some(({ long }) => long === "--details");
    const otherwise = hasDetails ? "\nFor everything in the report: --details" : "";
    command.error(`error: -v prints the version, and takes no command: ${tool.name} -v${otherwise}`, {
      exitCode: exitCodes.invalid,
    });
  });
}
