import type { Command } from "commander";
import { exitCodes } from "../host.js";
import { tool } from "../tool.js";
import type { AnyCommand, CommandGroup } from "./define-command.js";

/** Refuses arguments and values of options that are empty. */
export function refuseBlank(_: Command, command: Command): void {
  const problem = blankValue(command);
  if (problem !== null) fail(command, problem);
}

/**
 * What is wrong if an argument or the value of an option is empty, as `"$FILE"` is where the variable is not set; null if
 * none is. Nothing that commands take has a use for an empty text, and as a path it would be the working folder.
 */
function blankValue(command: Command): string | null {
  const blankArgument = command.registeredArguments.find((_, index) => isBlank(command.processedArgs[index]));
  if (blankArgument !== undefined) return `the argument '${blankArgument.name()}' is empty`;
  const blankOption = command.options.find((option) =>
    isBlank(command.getOptionValue(option.attributeName())),
  );
  return blankOption === undefined ? null : `the value of ${blankOption.long} is empty`;
}

/** Whether a text, or one of several, is only white space. */
function isBlank(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isBlank) : typeof value === "string" && value.trim() === "";
}

/** Refuses an argument to a command of a group that takes none. */
export function refuseStray(command: Command, group: CommandGroup, declared: AnyCommand): void {
  if (declared.arguments.length > 0) return;
  command.allowExcessArguments().hook("preAction", () => {
    const [stray] = command.args;
    if (stray !== undefined) fail(command, group.strayArgument(declared.name, stray));
  });
}

/** Options before a command belong to the bare program: the command would never see them. */
export function refuseStrayOptions(root: Command, command: Command): void {
  const stray = root.options.find((option) => {
    const key = option.attributeName();
    const negated = root.getOptionValue(key) === false;
    return root.getOptionValueSource(key) === "cli" && option.negate === negated;
  });
  if (stray === undefined) return;
  const flag = stray.long ?? stray.flags;
  fail(root, `${flag} must come after the command: ${tool.name} ${command.name()} ${flag}`);
}

function fail(command: Command, message: string): never {
  return command.error(`error: ${message}`, { exitCode: exitCodes.invalid });
}
