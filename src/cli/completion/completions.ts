import { bashCompletion } from "./bash-completion.js";
import type { CommandFacts } from "./command-tree.js";
import { fishCompletion } from "./fish-completion.js";
import { zshCompletion } from "./zsh-completion.js";

/** The shells that there is completion for. */
export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

export const completions = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} satisfies Record<Shell, (program: CommandFacts) => string>;
