import { Command, CommanderError } from "commander";
import { printable } from "../engine/diagnostics/plain-text.js";
import { ok } from "../engine/diagnostics/problem.js";
import { shellFile } from "../engine/diagnostics/shell-word.js";
import type { AnyCommand, CommandGroup, Described, Origin } from "./command-line/define-command.js";
import { examplesText, printHelp } from "./command-line/help.js";
import { linesFormat, type OutputFile } from "./command-line/options.js";
import { withoutVersion, withVersion } from "./command-line/version-flags.js";
import { refuseBlank, refuseStray, refuseStrayOptions } from "./command-line/wrong-usage.js";
import { advise } from "./commands/advise.js";
import { bare } from "./commands/bare.js";
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { completion } from "./commands/completion.js";
import { decide } from "./commands/decide.js";
import { embed } from "./commands/embed.js";
import { explain } from "./commands/explain.js";
import { init } from "./commands/init.js";
import { interview } from "./commands/interview.js";
import { mcp } from "./commands/mcp.js";
import { page } from "./commands/page.js";
import { rulesDiff } from "./commands/rules-diff.js";
import { rulesLint } from "./commands/rules-lint.js";
import { rulesList } from "./commands/rules-list.js";
import { rulesStats } from "./commands/rules-stats.js";
import { rulesTest } from "./commands/rules-test.js";
import { schema } from "./commands/schema.js";
import { whatif } from "./commands/whatif.js";
import { loadConfig } from "./config/load-config.js";
import { settingIn, settings } from "./config/settings.js";
import { exitCodes, type Host } from "./host.js";
import { outputConflicts, textByEnding } from "./output/output-conflicts.js";
import { refuse } from "./refuse.js";
import { tool } from "./tool.js";

const rules: CommandGroup = {
  name: "rules",
  about: "tools for authors of rule packs",
  guide: "docs/rules.md",
  examples: [
    ["check a pack of your own", "api-advisor rules lint --rules ./acme-rules"],
    ["run its cases", "api-advisor rules test --rules ./acme-rules"],
  ],
  commands: [rulesList, rulesLint, rulesTest, rulesStats, rulesDiff],
  // People who pass an argument here mean a pack, which is given by an option.
  strayArgument: (command, pack) =>
    `name the rule pack with --rules: ${tool.name} rules ${command} --rules ${shellFile(pack)}`,
};

/** Every command, in the order of help and of the table in docs/commands.md. */
const commands: readonly (AnyCommand | CommandGroup)[] = [
  advise,
  interview,
  whatif,
  compare,
  check,
  decide,
  init,
  embed,
  page,
  schema,
  completion,
  explain,
  mcp,
  rules,
];

/** Runs any command line and returns its exit code; wrong usage has been reported by then. */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
  let code: number = exitCodes.done;
  const root = program(host, (result) => {
    code = result;
  });
  if (argv[0] === "help" && argv.length > 1) return printHelp(root, argv.slice(1), host);
  try {
    await root.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.invalid;
    throw error;
  }
}

/** The command line as a commander program: the source of help, that table and completion. */
export function program(host: Host, done: (exitCode: number) => void): Command {
  const root = rootCommand(host);
  const add = (parent: Command, described: Described): Command =>
    withoutVersion(parent.command(described.name))
      .description(described.about)
      .addHelpText("after", () => examplesText(described))
      .exitOverride()
      .copyInheritedSettings(parent);
  const fill = (command: Command, declared: AnyCommand): Command =>
    declare(command, declared).action(async () => done(await runCommand(command, declared, root, host)));
  for (const each of commands) {
    const command = add(root, each);
    if (!("commands" in each)) fill(command, each);
    else for (const below of each.commands) refuseStray(fill(add(command, below), below), each, below);
  }
  return fill(root, bare).hook("preSubcommand", refuseStrayOptions).hook("preAction", refuseBlank);
}

function rootCommand(host: Host): Command {
  return withVersion(new Command(tool.name))
    .description(
      "Stateful or stateless? Asks what an API has to do, scores it against rules with sources, and recommends.",
    )
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help, or the help of one command")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      // It may repeat untrusted text from the command line.
      writeErr: (text) => host.stderr.write(printable(text, true)),
      getOutHelpWidth: () => Math.min(host.stdout.columns || 80, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns || 80, 100),
    })
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      () =>
        `\nWithout a command: the interview at a terminal, or the same as \`advise -\` if input is piped in.\n${examplesText(bare)}`,
    );
}

/** Runs a command with what the config sets filled in where the command line leaves it open. */
async function runCommand(
  command: Command,
  declared: AnyCommand,
  program: Command,
  host: Host,
): Promise<number> {
  const reads = "config" in declared.options;
  const config = reads ? await loadConfig(command.getOptionValue("config"), host) : ok(null);
  if (config.kind === "failed") return refuse(config.problems, host);
  // The config is an input, too.
  const reading = { files: config.value === null ? [] : [config.value.file], rules: [], format: null };
  const output: readonly OutputFile<string>[] = command.getOptionValue("output") ?? [];
  const conflicts = await outputConflicts(output, reading, host);
  if (command.getOptionValueSource("format") !== "cli")
    conflicts.push(...textByEnding(output, formatsOf(command)));
  if (conflicts.length > 0) return refuse(conflicts, host);
  const origin = (option: string): Origin => origins[command.getOptionValueSource(option) ?? ""] ?? "preset";
  for (const setting of settings) {
    const { option } = setting;
    const value = config.value === null ? undefined : settingIn(config.value, setting);
    if (option in declared.options && value !== undefined && origin(option) === "preset")
      command.setOptionValueWithSource(option, value, "config");
  }
  const context = { program, config: config.value, origin };
  const run = (on: Host): Promise<number> => declared.run(command.processedArgs, command.opts(), on, context);
  if (!host.stdout.isTTY || !isPaged(command, declared)) return run(host);
  const { paged } = await import("./output/pager.js");
  return paged(host, run);
}

const formatsOf = ({ options }: Command): readonly string[] =>
  options.flatMap((option) => (option.attributeName() === "format" ? (option.argChoices ?? []) : []));

/** Not what comes line by line, as it may never end. */
const isPaged = (command: Command, { options }: AnyCommand): boolean =>
  "pager" in options && command.getOptionValue("pager") && command.getOptionValue("format") !== linesFormat;

/** By commander's words for it. */
const origins: Readonly<Record<string, Origin>> = { cli: "command line", config: "config" };

/** Declares what a command takes. */
function declare(command: Command, { options, arguments: args }: AnyCommand): Command {
  for (const [key, option] of Object.entries(options))
    for (const each of option.declarations) {
      if (each.attributeName() !== key) throw new RangeError(`${each.flags} is declared as ${key}`);
      command.addOption(each);
    }
  for (const { declaration } of args) command.addArgument(declaration);
  return command;
}
