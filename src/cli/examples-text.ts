import { join } from "node:path";
import { packageFolder } from "../packs/find-pack.js";
import type { Described } from "./define-command.js";

/** The end of a command's help: lines to copy, and where to read on, which is a file of this package. */
export function examplesText({ examples, guide }: Pick<Described, "examples" | "guide">): string {
  const lines = examples.map(([what, line]) => `  # ${what}\n  ${line}\n`);
  return `\nExamples:\n${lines.join("\n")}\nMore: ${join(packageFolder(), guide)}`;
}
