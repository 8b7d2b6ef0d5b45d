import { Argument, Command } from "commander";
import { nearest } from "../engine/diagnostics/phrases.js";
import { printable } from "../engine/diagnostics/plain-text.js";
import { formatIds } from "../engine/report/formats.js";
import { type AdviseOptions, advise } from "./commands/advise.js";
import type { CompareOptions } from "./commands/compare.js";
import type { InterviewOptions } from "./commands/interview.js";
import type { WhatifOptions } from "./commands/whatif.js";
import { exitCodes } from "./exit-codes.js";
import type { Host } from "./host.js";
import { linesFormat } from "./lines-format.js";
import { loadCommand } from "./load-command.js";
import {
  answersOptions,
  askingOptions,
  drawingOptions,
  formatOption,
  recommendOptions,
  stdinFilenameOption,
} from "./options.js";
import { addDocumentCommands } from "./program-of-documents.js";
import { addPackCommands } from "./program-of-packs.js";
import { addReviewCommands } from "./program-of-reviews.js";
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
    .helpCommand("help [command]", "print help, of a command where one is named")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      // It repeats what was typed, or what a script put together.
      writeErr: (text) => host.stderr.write(printable(text, true)),
      getOutHelpWidth: () => Math.min(host.stdout.columns || 80, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns || 80, 100),
    })
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      "\nWith no command: the interview at a terminal; with input piped in, the same as `advise -`.",
    );
  const command = (name: string, description: string): Command =>
    root.command(name).description(description).exitOverride().copyInheritedSettings(root);

  const formats = [...formatIds, linesFormat];
  recommendOptions(command("advise", "recommend for each service and surface in answers files"), formats)
    .addOption(stdinFilenameOption())
    .addArgument(
      new Argument(
        "[file...]",
        "answers files, or patterns such as 'services/**/*.yaml'; - is standard input",
      ).default(["-"], "-"),
    )
    .action(async (files: readonly string[], options: AdviseOptions) =>
      done(await advise(files, options, host)),
    );

  addOtherCommands(command, host, done);

  recommendOptions(askingOptions(root), formats)
    .addOption(stdinFilenameOption())
    .argument("[command...]")
    .hook("preSubcommand", refuseStrayOptions)
    .action(async ([name]: readonly string[], options: BareOptions) => {
      if (name !== undefined) return unknownCommand(root, name);
      const { format } = options;
      if (!host.stdin.isTTY && !wantsInterview(options)) return done(await advise(["-"], options, host));
      if (format === linesFormat) return linesOfNone(root);
      done(await (await loadCommand.interview())({ ...options, format }, host));
    });
  return root;
}

function addOtherCommands(
  command: (name: string, description: string) => Command,
  host: Host,
  done: (exitCode: number) => void,
): void {
  recommendOptions(askingOptions(command("interview", "ask at the terminal, then recommend"))).action(
    async (options: InterviewOptions) => done(await (await loadCommand.interview())(options, host)),
  );

  drawingOptions(
    answersOptions(
      command("whatif", "before and after of other answers, side by side, with what moved").addOption(
        formatOption(["text", "json"]),
      ),
    ),
  )
    .addOption(stdinFilenameOption())
    .argument("<file>", "answers file; - is standard input")
    .action(async (file: string, options: WhatifOptions) =>
      done(await (await loadCommand.whatif())(file, options, host)),
    );

  drawingOptions(
    answersOptions(
      command("compare", "several surfaces or services in one table").addOption(
        formatOption(["text", "json"]),
      ),
    ),
  )
    .addOption(stdinFilenameOption())
    .argument("<file...>", "answers files, or patterns such as 'services/**/*.yaml'; - is standard input")
    .action(async (files: readonly string[], options: CompareOptions) =>
      done(await (await loadCommand.compare())(files, options, host)),
    );

  addReviewCommands(command, host, done);
  addDocumentCommands(command, host, done);
  addPackCommands(command, host, done);
}

/** What the bare program is given: it is `advise` or `interview`, as its streams are. */
type BareOptions = Omit<InterviewOptions, keyof AdviseOptions> & AdviseOptions;

/** An option that only an interview takes. */
function wantsInterview({ save, from, quick, accessible }: BareOptions): boolean {
  return [save, from, quick, accessible].some((option) => option !== undefined);
}

function linesOfNone(root: Command): never {
  return root.error(
    `error: --format ${linesFormat} is for answers from files or a pipe, not from an interview`,
    {
      exitCode: exitCodes.invalid,
    },
  );
}

/** Options before a command are those of the bare program: the command would never see them. */
function refuseStrayOptions(root: Command, command: Command): void {
  const stray = root.options.find((option) => {
    const key = option.attributeName();
    const negated = root.getOptionValue(key) === false;
    return root.getOptionValueSource(key) === "cli" && option.negate === negated;
  });
  if (stray === undefined) return;
  const flag = stray.long ?? stray.flags;
  const words = `error: ${flag} stands before the command, which does not see it there`;
  root.error(`${words}: ${tool.name} ${command.name()} ${flag}`, { exitCode: exitCodes.invalid });
}

function unknownCommand(root: Command, name: string): never {
  const near = nearCommand(root, name);
  const hint = near === null ? "" : `\nDid you mean ${near}?`;
  return root.error(
    `error: unknown command '${name}'${hint}\nTo advise on a file: ${tool.name} advise ${name}`,
    {
      exitCode: exitCodes.invalid,
    },
  );
}

/** The command most likely meant, with what stands before it; one by its very name goes before one that is like it. */
function nearCommand(root: Command, name: string): string | null {
  const named = [root, ...root.commands].flatMap((group) =>
    group.commands.map((command) => ({
      name: command.name(),
      path: group === root ? command.name() : `${group.name()} ${command.name()}`,
    })),
  );
  const near = nearest(
    name,
    named.map((command) => command.name),
  );
  return named.find((command) => command.name === near)?.path ?? null;
}
