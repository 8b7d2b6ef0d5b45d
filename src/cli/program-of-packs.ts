import { type Command, Option } from "commander";
import { explainId } from "./commands/explain.js";
import type { Host } from "./host.js";
import type { PackOptions } from "./pack-options.js";

/** Declares the commands for reading and writing rule packs. `command` adds one to the program. */
export function addPackCommands(
  command: (name: string, description: string) => Command,
  host: Host,
  done: (exitCode: number) => void,
): void {
  packOptions(command("explain", "say what an id of the rule pack stands for, why, and what it hangs on"))
    .argument(
      "<id>",
      "question, question=option, rule, veto, placement, tradeoff, pattern, guidance, criterion or reference",
    )
    .action(async (id: string, options: PackOptions) => done(await explainId(id, options, host)));
}

function packOptions(command: Command): Command {
  return command
    .addOption(
      new Option("-f, --format <format>", "format on standard output")
        .choices(["text", "json"])
        .default("text"),
    )
    .addOption(repeatable("-r, --rules <pack>", "rule pack: a folder, a file or an npm package (repeatable)"))
    .option("--ascii", "use no characters beyond ASCII")
    .option("--color", "colour, whatever the terminal")
    .option("--no-color", "no colour");
}

function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, previous: readonly string[] = []) => [...previous, value])
    .default([], "none");
}
