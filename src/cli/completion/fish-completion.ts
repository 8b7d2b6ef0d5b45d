import { type CommandFacts, type OptionFacts, type ValueKind, withCommandsBelow } from "./command-tree.js";

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
  return [...commands, ...options, ...argumentPart(command.argument).map((part) => `${base}${part}`)];
}

/** Seen so far are the names on the path, and none of a command below. */
function condition({ path, commands }: CommandFacts, program: CommandFacts): string {
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const below = commands.map(({ name }) => name).join(" ");
  const none = below === "" ? [] : [`not __fish_seen_subcommand_from ${below}`];
  return [...seen, ...none].join("; and ") || `not __fish_seen_subcommand_from ${program.name}`;
}

function optionPart({ short, long, about, value }: OptionFacts): string {
  const flags = [
    ...(short === null ? [] : [` -s ${short.slice(1)}`]),
    ...(long === null ? [] : [` -l ${long.slice(2)}`]),
  ];
  return `${flags.join("")}${valuePart(value)} -d ${quoted(about)}`;
}

function argumentPart(value: ValueKind | null): readonly string[] {
  return value?.kind === "words" ? [` -f -a ${quoted(value.words.join(" "))}`] : [];
}

function valuePart(value: ValueKind | null): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "words":
      return ` -x -a ${quoted(value.words.join(" "))}`;
    case "file":
      return " -r -F";
    case "text":
      return " -x";
    default:
      return value satisfies never;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
