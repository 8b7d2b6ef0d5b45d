import { bashCompletion } from "./bash-completion.js";
import type { CommandFacts } from "./command-tree.js";
import { fishCompletion } from "./fish-completion.js";
import type { Shell } from "./shells.js";
import { zshCompletion } from "./zsh-completion.js";

export const completions = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} satisfies Record<Shell, (program: CommandFacts) => string>;
