import type { Command } from "commander";
import type { DiffOptions } from "./commands/rules-diff.js";
import type { LintOptions } from "./commands/rules-lint.js";
import type { StatsOptions } from "./commands/rules-stats.js";
import type { TestOptions } from "./commands/rules-test.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";
import { loadCommand } from "./load-command.js";
import { drawingOptions, formatOption, repeatable, rulesOption } from "./options.js";
import type { PackOptions } from "./pack-options.js";
import { tool } from "./tool.js";

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
    .action(async (id: string, options: PackOptions) =>
      done(await (await loadCommand.explain())(id, options, host)),
    );

  const group = command("rules", "for whoever writes rule packs");
  const rules = (name: string, description: string): Command =>
    packOptions(group.command(name).description(description).exitOverride().copyInheritedSettings(group))
      .allowExcessArguments()
      .hook("preAction", refuseArguments);

  rules("list", "list rules and vetoes").action(async (options: PackOptions) =>
    done(await (await loadCommand.rulesList())(options, host)),
  );

  rules("lint", "say what is wrong with a rule pack, or could be better")
    .option("--witness <folder>", "write an answers file for each finding that answers show")
    .action(async (options: LintOptions) => done(await (await loadCommand.rulesLint())(options, host)));

  rules("test", "run the cases of a rule pack, and say what of it they cover")
    .addOption(
      repeatable("-c, --cases <folder>", "folder of cases, instead of the one beside the pack (repeatable)"),
    )
    .option("--mutate", "change one weight, condition or threshold at a time, and say what no case notices")
    .option("--witness <folder>", "with --mutate: write an answers file for each change that no case notices")
    .hook("preAction", refuseIdleWitness)
    .action(async (options: TestOptions) => done(await (await loadCommand.rulesTest())(options, host)));

  rules("stats", "count verdicts over all ways of answering, and say what can never happen")
    .option("--witness <folder>", "write an answers file for each verdict and each finding that answers show")
    .action(async (options: StatsOptions) => done(await (await loadCommand.rulesStats())(options, host)));

  const diff = group
    .command("diff")
    .description("say which verdicts move from one version of a rule pack to another, and by which rules")
    .exitOverride()
    .copyInheritedSettings(group)
    .argument("<old>", "rule pack: `default`, a folder, a file or an npm package")
    .argument("<new>", "the other version")
    .argument(
      "[file...]",
      "answers files, or patterns, to replay besides the cases of both and a witness for each change",
    )
    .addOption(formatOption(["text", "json"]))
    .option("--fail-on-change", "exit with 1 when a verdict moves")
    .option("--witness <folder>", "write an answers file for each verdict that moves");
  drawingOptions(diff).action(
    async (old: string, now: string, files: readonly string[], options: DiffOptions) =>
      done(await (await loadCommand.rulesDiff())([old, now], files, options, host)),
  );
}

function packOptions(command: Command): Command {
  return drawingOptions(command.addOption(formatOption(["text", "json"])).addOption(rulesOption()));
}

/** Cases that hold show nothing: only a change that none of them notices has answers to write. */
function refuseIdleWitness(command: Command): void {
  const { witness, mutate }: Partial<TestOptions> = command.opts();
  if (witness !== undefined && mutate !== true)
    command.error("error: --witness writes what --mutate finds, and needs it", {
      exitCode: exitCodes.invalid,
    });
}

/** A pack after a command that takes it by an option is what people mean. */
function refuseArguments(command: Command): void {
  const [name] = command.args;
  if (name === undefined) return;
  const line = `${tool.name} rules ${command.name()} --rules ${name}`;
  command.error(`error: a rule pack is named by --rules: ${line}`, { exitCode: exitCodes.invalid });
}
