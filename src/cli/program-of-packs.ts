import type { Command } from "commander";
import { explainId } from "./commands/explain.js";
import { type LintOptions, rulesLint } from "./commands/rules-lint.js";
import { rulesList } from "./commands/rules-list.js";
import { rulesTest, type TestOptions } from "./commands/rules-test.js";
import type { Host } from "./host.js";
import { drawingOptions, formatOption, repeatable, rulesOption } from "./options.js";
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

  const group = command("rules", "for whoever writes rule packs");
  const rules = (name: string, description: string): Command =>
    packOptions(group.command(name).description(description).exitOverride().copyInheritedSettings(group));

  rules("list", "list rules and vetoes").action(async (options: PackOptions) =>
    done(await rulesList(options, host)),
  );

  rules("lint", "say what is wrong with a rule pack, or could be better")
    .option("--witness <folder>", "write an answers file for each finding that answers show")
    .action(async (options: LintOptions) => done(await rulesLint(options, host)));

  rules("test", "run the cases of a rule pack, and say what of it they cover")
    .addOption(
      repeatable("-c, --cases <folder>", "folder of cases, instead of the one beside the pack (repeatable)"),
    )
    .option("--mutate", "change one weight, condition or threshold at a time, and say what no case notices")
    .option("--witness <folder>", "with --mutate: write an answers file for each change that no case notices")
    .action(async (options: TestOptions) => done(await rulesTest(options, host)));
}

function packOptions(command: Command): Command {
  return drawingOptions(command.addOption(formatOption(["text", "json"])).addOption(rulesOption()));
}
