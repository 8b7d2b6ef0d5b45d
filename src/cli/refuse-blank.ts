import type { Program } from "./define-command.js";

/**
 * What is wrong if an argument or the value of an option is empty, as `"$FILE"` is where the variable is not set; null if
 * none is. Nothing that commands take has a use for an empty text, and as a path it would be the working folder.
 */
export function blankValue(command: Program): string | null {
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
