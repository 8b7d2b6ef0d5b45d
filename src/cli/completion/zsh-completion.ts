import {
  type CommandFacts,
  type OptionFacts,
  type ValueKind,
  valueText,
} from "../command-line/command-facts.js";

/** A completion script for zsh, to be sourced or put on `fpath` as `_api-advisor`. */
export function zshCompletion(program: CommandFacts): string {
  const name = functionName(program.name, program);
  return `#compdef ${program.name}
# zsh completion for ${program.name}: source <(${program.name} completion zsh)
${name}_list() {
  local -a found
  found=(\${(f)"$(${program.name} completion zsh --list $1 -- \${(Q)words} 2>/dev/null)"})
  compadd -a found
}
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
  const body = command.commands.length === 0 ? leaf(command, program) : branch(command, program);
  return [...below, `${functionName(program, command)}() {\n${body}\n}`].join("\n");
}

function leaf({ options, argument }: CommandFacts, program: string): string {
  const specs = [...options.map((option) => optionSpec(option, program)), ...argumentSpec(argument, program)];
  return `  _arguments -s -S \\\n${specs.join(" \\\n")}`;
}

function branch(command: CommandFacts, program: string): string {
  const described = command.commands.map(({ name, about }) => `        ${quoted(`${name}:${about}`)}`);
  const calls = command.commands.map((each) => `        ${each.name}) ${functionName(program, each)} ;;`);
  const options = command.options.map((option) => optionSpec(option, program));
  const specs = [...options, "    '1: :->command'", "    '*:: :->rest'"];
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

function optionSpec({ flags, about, value, repeatable }: OptionFacts, program: string): string {
  const exclusive = repeatable ? "*" : `(${flags.join(" ")})`;
  // With a `=`, the value may also be in the same word.
  const specs = flags.map((flag) => (value !== null && flag.startsWith("--") ? `${flag}=` : flag));
  const lead =
    specs.length === 1 ? quoted(`${exclusive}${specs.join()}`) : `${quoted(exclusive)}{${specs.join(",")}}`;
  return `    ${lead}${quoted(`[${about.replaceAll(/[[\]:\\]/g, "\\$&")}]${valueSpec(value, program)}`)}`;
}

function argumentSpec(value: ValueKind | null, program: string): readonly string[] {
  return value === null ? [] : [`    ${quoted(`*${valueSpec(value, program)}`)}`];
}

function valueSpec(value: ValueKind | null, program: string): string {
  return valueText(value, {
    none: "",
    file: ": :_files",
    text: ": : ",
    words: (words) => `: :(${words})`,
    list: (list) => `: : _${program}_list ${list}`,
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
