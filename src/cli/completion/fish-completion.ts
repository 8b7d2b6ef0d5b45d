import {
  type CommandFacts,
  type OptionFacts,
  valueText,
  type WordList,
  withCommandsBelow,
} from "../command-line/command-facts.js";

/** A completion script for fish. */
export function fishCompletion(program: CommandFacts): string {
  const lines = withCommandsBelow(program).flatMap((command) => linesOf(command, program));
  return `# fish completion for ${program.name}: ${program.name} completion fish | source\n${lines.join("\n")}\n`;
}

function linesOf(command: CommandFacts, program: CommandFacts): readonly string[] {
  const base = `complete -c ${program.name} -n ${quoted(condition(command, program))}`;
  const options = command.options.map((option) => `${base}${optionPart(option, program)}`);
  const commands = command.commands.map(
    ({ name, about }) => `${base} -f -a ${quoted(name)} -d ${quoted(about)}`,
  );
  const { argument } = command;
  const texts = {
    none: "",
    file: "",
    text: "",
    words: (words: string) => `${base} -f -a ${quoted(words)}`,
    list: (list: WordList) => `${base} -f -a ${listed(list, program)}`,
  };
  const words = valueText(argument, texts);
  return [...commands, ...options, ...(words === "" ? [] : [words])];
}

/** True once the names on the path have been typed and no subcommand has. */
function condition({ path, commands }: CommandFacts, program: CommandFacts): string {
  const seen = path.map((name) => `__fish_seen_subcommand_from ${name}`);
  const below = commands.map(({ name }) => name).join(" ");
  const none = below === "" ? [] : [`not __fish_seen_subcommand_from ${below}`];
  return [...seen, ...none].join("; and ") || `not __fish_seen_subcommand_from ${program.name}`;
}

function optionPart({ flags, about, value }: OptionFacts, program: CommandFacts): string {
  const names = flags.map((flag) =>
    flag.startsWith("--") ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  const part = valueText(value, {
    none: "",
    file: " -r -F",
    text: " -x",
    words: (words) => ` -x -a ${quoted(words)}`,
    list: (list) => ` -x -a ${listed(list, program)}`,
  });
  return `${names.join("")}${part} -d ${quoted(about)}`;
}

/** The words of a list, which fish asks the program for, with the words of the line so far. */
function listed(list: WordList, { name }: CommandFacts): string {
  return quoted(`(${name} completion fish --list ${list} -- (commandline -opc) 2>/dev/null)`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
