import { commandFacts, wordLists } from "../command-line/command-facts.js";
import { argumentList, defineCommand, oneOf, wordArgument } from "../command-line/define-command.js";
import { bashCompletion } from "../completion/bash-completion.js";
import { fishCompletion } from "../completion/fish-completion.js";
import { listedWords } from "../completion/listed-words.js";
import { zshCompletion } from "../completion/zsh-completion.js";
import { exitCodes } from "../host.js";
import { refuseUsage } from "../refuse.js";

export const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

type Shell = keyof typeof completions;
export const shells = Object.keys(completions) as readonly Shell[];

export const completion = defineCommand({
  name: "completion",
  about: "print the completion script for a shell",
  guide: "docs/editors.md",
  examples: [
    ["bash, in ~/.bashrc", "source <(api-advisor completion bash)"],
    ["zsh, into a folder on its fpath", "api-advisor completion zsh > ~/.zfunc/_api-advisor"],
    ["fish", "api-advisor completion fish > ~/.config/fish/completions/api-advisor.fish"],
  ],
  arguments: [
    wordArgument("<shell>", "the shell", shells),
    argumentList("[word...]", "with --list: the words of the command line so far"),
  ],
  options: {
    list: oneOf("--list <words>", "print words that the script asks for, instead of the script", wordLists),
  },
  run: async ([shell, line], { list }, host, { program }) => {
    if (list !== undefined) {
      host.stdout.write((await listedWords(list, line, host)).map((word) => `${word}\n`).join(""));
      return exitCodes.done;
    }
    if (line.length > 0) return refuseUsage("words of a command line are for --list", host);
    host.stdout.write(completions[shell](commandFacts(program)));
    return exitCodes.done;
  },
});
