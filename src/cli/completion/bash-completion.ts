import { type CommandFacts, withCommandsBelow } from "../command-facts.js";

/** A completion script for bash, 3.2 or later. For a file it leaves the reply empty: `-o default` then completes files. */
export function bashCompletion(program: CommandFacts): string {
  const all = withCommandsBelow(program);
  const name = functionName(program.name);
  return `# bash completion for ${program.name}: source <(${program.name} completion bash)
${name}() {
  local word previous command at
  word="\${COMP_WORDS[COMP_CWORD]}"
  previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  # \`--option=value\` comes as three words.
  if [[ $word == "=" ]]; then
    word=""
  elif [[ $previous == "=" ]]; then
    previous="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  command=""
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$command/\${COMP_WORDS[at]}" in
${cases(all.slice(1).map(({ path }) => [`/${path.join("/")}`, `command="/${path.join("/")}"`]))}
    esac
  done
  COMPREPLY=()
  case "$command $previous" in
${cases(all.flatMap(valueCases), "    ")}
  esac
  if [[ $word == -* ]]; then
    case "$command" in
${cases(all.map((command) => [key(command), reply(command.options.flatMap(({ flags }) => flags))]))}
    esac
  else
    case "$command" in
${cases(all.flatMap(wordCases))}
    esac
  fi
}
complete -o default -F ${name} ${program.name}
`;
}

function functionName(program: string): string {
  return `_${program.replaceAll(/\W/g, "_")}`;
}

const key = ({ path }: CommandFacts): string => (path.length === 0 ? "" : `/${path.join("/")}`);

function valueCases(command: CommandFacts): readonly (readonly [string, string])[] {
  return command.options.flatMap(({ flags, value }) => {
    if (value === null) return [];
    const body = value.kind === "words" ? `${reply(value.words)}; return` : "return";
    return flags.map((flag) => [`${key(command)} ${flag}`, body] as const);
  });
}

function wordCases(command: CommandFacts): readonly (readonly [string, string])[] {
  const { commands, argument } = command;
  const words = [...commands.map(({ name }) => name), ...(argument?.kind === "words" ? argument.words : [])];
  return words.length === 0 ? [] : [[key(command), reply(words)]];
}

function reply(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word"))`;
}

function cases(entries: readonly (readonly [string, string])[], indent = "      "): string {
  return entries.map(([pattern, body]) => `${indent}"${pattern}") ${body} ;;`).join("\n");
}
