import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { formatIds, nearest } from "../index.js";
import { type AdviseOptions, advise, type OutputFile } from "./commands/advise.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";
import { tool } from "./tool.js";

/** The command line, declared once: help, the README's table and completion are drawn from it. */
export function program(host: Host, done: (exitCode: number) => void): Command {
  const root = new Command(tool.name);
  root
    .description(
      "Stateful or stateless? Asks what an API has to do, scores it against rules with sources, and recommends.",
    )
    .version(tool.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => Math.min(host.stdout.columns ?? 80, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns ?? 80, 100),
    })
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      "\nWith no command: the interview at a terminal; with input piped in, the same as `advise -`.",
    );
  const command = (name: string, description: string): Command =>
    root.command(name).description(description).exitOverride().copyInheritedSettings(root);

  adviseOptions(command("advise", "recommend for each service and surface in answers files"))
    .addArgument(new Argument("[file...]", "answers files; - is standard input").default(["-"], "-"))
    .action(async (files: readonly string[], options: AdviseOptions) =>
      done(await advise(files, options, host)),
    );

  adviseOptions(root)
    .argument("[command]")
    .action(async (name: string | undefined, options: AdviseOptions) => {
      if (name !== undefined) return unknownCommand(root, name);
      done(await advise(["-"], options, host));
    });
  return root;
}

/** Options of whatever recommends. */
function adviseOptions(command: Command): Command {
  return command
    .addOption(
      new Option("-f, --format <format>", "format on standard output").choices(formatIds).default("text"),
    )
    .addOption(
      new Option(
        "-o, --output <[format=]file>",
        "write a file instead; with format=, one more beside standard output (repeatable)",
      )
        .argParser(collectOutputs)
        .default([], "none"),
    )
    .addOption(repeatable("-s, --set <question=option>", "answer a question for every surface (repeatable)"))
    .addOption(repeatable("-r, --rules <pack>", "rule pack: a folder, a file or an npm package (repeatable)"))
    .option("--no-analysis", "leave out how far the verdict can be trusted and what would change it")
    .option("--stdin-filename <name>", "what messages call standard input")
    .option("-v, --verbose", "show everything that the text report would shorten")
    .option("--ascii", "use no characters beyond ASCII")
    .option("--color", "colour, whatever the terminal")
    .option("--no-color", "no colour");
}

function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, previous: readonly string[] = []) => [...previous, value])
    .default([], "none");
}

function collectOutputs(value: string, previous: readonly OutputFile[]): readonly OutputFile[] {
  const [, word, file] = /^([a-z]+)=(.+)$/s.exec(value) ?? [];
  if (word === undefined || file === undefined) return [...previous, { format: null, file: value }];
  const format = formatIds.find((id) => id === word);
  if (format === undefined)
    throw new InvalidArgumentError(`\`${word}\` is no format; there are ${formatIds.join(", ")}.`);
  return [...previous, { format, file }];
}

function unknownCommand(root: Command, name: string): never {
  const near = nearest(
    name,
    root.commands.map((command) => command.name()),
  );
  const hint = near === null ? "" : `\nDid you mean ${near}?`;
  return root.error(
    `error: unknown command '${name}'${hint}\nTo advise on a file: ${tool.name} advise ${name}`,
    {
      exitCode: exitCodes.invalid,
    },
  );
}
