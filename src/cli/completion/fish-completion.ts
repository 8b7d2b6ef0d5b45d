import { type CommandFacts, type OptionFacts, valueText, withCommandsBelow } from "../command-facts.js";

/** A completion script for fish. */
export function fishCompletion(program: CommandFacts): string {
  const lines = withCommandsBelow(program).flatMap((command) => linesOf(command, program));
  return `# fish completion for ${program.name}: ${program.name} completion fish | source\n${lines.join("\n")}\n`;
}

function linesOf(command: CommandFacts, program: CommandFacts): readonly string[] {
  const base = `complete -c ${program.name} -n ${quoted(condition(command, program))}`;
  const options = command.options.map((option) => `${base}${optionPart(option)}`);
  const commands = command.commands.map(
    ({ name, about }) => `${base} -f -a ${quoted(name)} -d ${quoted(about)}`,
  );
  const { argument } = command;
  const words = argument?.kind === "words" ? [`${base} -f -a ${quoted(argument.words.join(" "))}`] : [];
  return [...commands, ...options, ...words];
}

/** True once the names on the path have been typed and no subcommand has. */
function condition({ path, commands }: CommandFacts, program: CommandFacts): string {
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const below = commands.map(({ name }) => name).join(" ");
  const none = below === "" ? [] : [`not __fish_seen_subcommand_from ${below}`];
  return [...seen, ...none].join("; and ") || `not __fish_seen_subcommand_from ${program.name}`;
}

function optionPart({ flags, about, value }: OptionFacts): string {
  const names = flags.map((flag) =>
    flag.startsWith("--") ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  const texts = { none: "", file: " -r -F", text: " -x" };
  const part = valueText(value, texts, (words) => ` -x -a ${quoted(words)}`);
  return `${names.join("")}${part} -d ${quoted(about)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
