import { commandFacts } from "../command-facts.js";
import { bashCompletion } from "../completion/bash-completion.js";
import { fishCompletion } from "../completion/fish-completion.js";
import { zshCompletion } from "../completion/zsh-completion.js";
import { defineCommand, wordArgument } from "../define-command.js";
import { exitCodes } from "../host.js";

export const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

type Shell = keyof typeof completions;
export const shells = Object.keys(completions) as readonly Shell[];

export const completion = defineCommand({
  name: "completion",
  about: "print the completion script for a shell",
  arguments: [wordArgument("<shell>", "the shell", shells)],
  options: {},
  run: async ([shell], _, host, { program }) => {
    host.stdout.write(completions[shell](commandFacts(program)));
    return exitCodes.done;
  },
});
