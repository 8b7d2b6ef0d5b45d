import { join } from "node:path";
import { packageFolder } from "../../packs/find-pack.js";
import { exitCodes, type Host } from "../host.js";
import { refuseUsage } from "../refuse.js";
import { tool } from "../tool.js";
import type { Described, Program } from "./define-command.js";
import { unknownCommand } from "./near-command.js";

/** Prints the help of the command that `words` name: `help decide`, `help rules lint`. Returns the exit code. */
export function printHelp(root: Program, words: readonly string[], host: Host): number {
  const path = words.filter((word) => !word.startsWith("-"));
  const command = path[0] === "help" ? root : commandAt(root, path);
  if (command === null) {
    const otherwise = `For all commands: ${tool.name} --help`;
    const group = commandAt(root, path.slice(0, -1)) ?? root;
    return refuseUsage(unknownCommand(group, path.at(-1) ?? "", otherwise), host);
  }
  command.outputHelp();
  return exitCodes.done;
}

/** The command at a path of words; null if there is none. */
function commandAt(root: Program, path: readonly string[]): Program | null {
  return path.reduce<Program | null>(
    (command, word) => command?.commands.find((below) => below.name() === word) ?? null,
    root,
  );
}

/** The end of a command's help: lines to copy, and where to read on, which is a file of this package. */
export function examplesText({ examples, guide }: Pick<Described, "examples" | "guide">): string {
  const lines = examples.map(([what, line]) => `  # ${what}\n  ${line}\n`);
  return `\nExamples:\n${lines.join("\n")}\nMore: ${join(packageFolder(), guide)}`;
}
