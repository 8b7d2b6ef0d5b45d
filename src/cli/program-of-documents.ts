import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import type { EmbedOptions } from "./commands/embed.js";
import type { InitOptions } from "./commands/init.js";
import { type Shell, shells } from "./completion/shells.js";
import { embeddable } from "./embeddable.js";
import type { Host } from "./host.js";
import { loadCommand } from "./load-command.js";
import { rulesOption } from "./options.js";
import { type SchemaName, schemaNames } from "./schema-names.js";
import { tool } from "./tool.js";

/** Declares the commands that make files to work with: answers to fill in, reviews, schemas, completion. */
export function addDocumentCommands(
  command: (name: string, description: string) => Command,
  host: Host,
  done: (exitCode: number) => void,
): void {
  command("init", "write an answers file to fill in, with every question and option as a comment")
    .addArgument(new Argument("[file]", "where to; - is standard output").default(`${tool.name}.yaml`))
    .addOption(
      new Option("--service <name>", "name of the service; that of the file when left out").argParser(
        notBlank,
      ),
    )
    .addOption(rulesOption())
    .action(async (file: string, options: InitOptions) =>
      done(await (await loadCommand.init())(file, options, host)),
    );

  command("embed", "write a review checklist or a summary between two marker comments of a Markdown document")
    .argument("<doc.md>", "the document; every byte outside the markers stays")
    .requiredOption("--answers <file>", "answers file; - is standard input")
    .addOption(new Option("--as <format>", "what to write").choices(embeddable).default("checklist"))
    .option("--surface <name>", "this surface alone")
    .option("--block <id>", "the block, by the id behind `api-advisor:begin`; needed where there are several")
    .option("--check", "write nothing; say what is stale, with exit code 1 where something is")
    .addOption(rulesOption())
    .action(async (document: string, options: EmbedOptions) =>
      done(await (await loadCommand.embed())(document, options, host)),
    );

  command("schema", "print the JSON Schema of a kind of file, for editors and other tools")
    .addArgument(new Argument("<kind>", "kind of file").choices(schemaNames))
    .addOption(rulesOption())
    .action(async (name: SchemaName, options: { readonly rules: readonly string[] }) =>
      done(await (await loadCommand.schema())(name, options, host)),
    );

  const completion = command("completion", "print the completion script for a shell");
  completion
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .action(async (shell: Shell) =>
      done((await loadCommand.completion())(shell, completion.parent ?? completion, host)),
    );
}

function notBlank(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("A name is not empty.");
  return value;
}
