import { type CommandFacts, type OptionFacts, type ValueKind, valueText } from "../command-facts.js";

/** A completion script for zsh, to be sourced or put on `fpath` as `_api-advisor`. */
export function zshCompletion(program: CommandFacts): string {
  const name = functionName(program.name, program);
  return `#compdef ${program.name}
# zsh completion for ${program.name}: source <(${program.name} completion zsh)
${functions(program, program.name)}
if [[ $funcstack[1] == ${name} ]]; then
  ${name} "$@"
else
  compdef ${name} ${program.name}
fi
`;
}

function functionName(program: string, { path }: CommandFacts): string {
  return `_${[program, ...path].join("_")}`;
}

/** One function per command, those of the commands below it first. */
function functions(command: CommandFacts, program: string): string {
  const below = command.commands.map((each) => functions(each, program));
  const body = command.commands.length === 0 ? leaf(command) : branch(command, program);
  return [...below, `${functionName(program, command)}() {\n${body}\n}`].join("\n");
}

function leaf({ options, argument }: CommandFacts): string {
  return `  _arguments -s -S \\\n${[...options.map(optionSpec), ...argumentSpec(argument)].join(" \\\n")}`;
}

function branch(command: CommandFacts, program: string): string {
  const described = command.commands.map(({ name, about }) => `        ${quoted(`${name}:${about}`)}`);
  const calls = command.commands.map((each) => `        ${each.name}) ${functionName(program, each)} ;;`);
  const specs = [...command.options.map(optionSpec), "    '1: :->command'", "    '*:: :->rest'"];
  return `  local state line
  typeset -A opt_args
  _arguments -C -S \\
${specs.join(" \\\n")}
  case $state in
    command)
      local -a commands
      commands=(
${described.join("\n")}
      )
      _describe -t commands command commands
      ;;
    rest)
      case $line[1] in
${calls.join("\n")}
      esac
      ;;
  esac`;
}

function optionSpec({ flags, about, value, repeatable }: OptionFacts): string {
  const exclusive = repeatable ? "*" : `(${flags.join(" ")})`;
  const lead =
    flags.length === 1 ? quoted(`${exclusive}${flags.join()}`) : `${quoted(exclusive)}{${flags.join(",")}}`;
  return `    ${lead}${quoted(`[${about.replaceAll(/[[\]:\\]/g, "\\$&")}]${valueSpec(value)}`)}`;
}

function argumentSpec(value: ValueKind | null): readonly string[] {
  return value === null ? [] : [`    ${quoted(`*${valueSpec(value)}`)}`];
}

function valueSpec(value: ValueKind | null): string {
  const texts = { none: "", file: ": :_files", text: ": : " };
  return valueText(value, texts, (words) => `: :(${words})`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
