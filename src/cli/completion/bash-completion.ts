import {
  type CommandFacts,
  type ValueKind,
  valueText,
  type WordList,
  withCommandsBelow,
} from "../command-line/command-facts.js";

/** A completion script for bash, 3.2 or later. For a file it leaves the reply empty: `-o default` then completes files. */
export function bashCompletion(program: CommandFacts): string {
  const all = withCommandsBelow(program);
  const name = functionName(program.name);
  return `# bash completion for ${program.name}: source <(${program.name} completion bash)
${name}() {
  local word previous lead="" command at=$COMP_CWORD
  word="\${COMP_WORDS[COMP_CWORD]}"
  # \`--option=value\` and \`question=option\` come as three words each.
  if [[ $word == "=" ]]; then
    word=""
    at=$((at + 1))
  fi
  previous="\${COMP_WORDS[at - 1]}"
  while [[ $previous == "=" ]]; do
    previous="\${COMP_WORDS[at - 2]}"
    [[ $previous == -* ]] && break
    lead="$previous=$lead"
    at=$((at - 2))
    previous="\${COMP_WORDS[at - 1]}"
  done
  command=""
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$command/\${COMP_WORDS[at]}" in
${cases(all.slice(1).map(({ path }) => [`/${path.join("/")}`, `command="/${path.join("/")}"`]))}
    esac
  done
  COMPREPLY=()
  case "$command $previous" in
${cases(
  all.flatMap((command) => valueCases(command, name)),
  "    ",
)}
  esac
  if [[ $word == -* ]]; then
    case "$command" in
${cases(all.map((command) => [key(command), reply(command.options.flatMap(({ flags }) => flags))]))}
    esac
  else
    case "$command" in
${cases(all.flatMap((command) => wordCases(command, name)))}
    esac
  fi
}
# Adds the words of a list, which the program prints. Of \`question=option\`, first the question and $2, then the option.
${name}_list() {
  local line last="" others=("\${COMP_WORDS[@]}")
  unset "others[COMP_CWORD]"
  while IFS= read -r line; do
    [[ $line == "$lead$word"* ]] || continue
    line="\${line#"$lead"}"
    [[ $1 == settings || $1 == ids ]] && [[ $line == *=* && $word != *=* ]] && line="\${line%%=*}$2"
    [[ $line == "$last" ]] && continue
    last="$line"
    printf -v line %q "$line"
    COMPREPLY+=("$line")
  done < <(${program.name} completion bash --list "$1" -- "\${others[@]}" 2>/dev/null)
  if [[ $last == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F ${name} ${program.name}
`;
}

function functionName(program: string): string {
  return `_${program.replaceAll(/\W/g, "_")}`;
}

const key = ({ path }: CommandFacts): string => (path.length === 0 ? "" : `/${path.join("/")}`);

function valueCases(command: CommandFacts, name: string): readonly (readonly [string, string])[] {
  return command.options.flatMap(({ flags, value }) => {
    if (value === null) return [];
    const body = [...replies(value, name), "return"].join("; ");
    return flags.map((flag) => [`${key(command)} ${flag}`, body] as const);
  });
}

function wordCases(command: CommandFacts, name: string): readonly (readonly [string, string])[] {
  const { commands, argument } = command;
  const words = commands.map((each) => each.name);
  const offered = words.length > 0 ? [reply(words)] : argument === null ? [] : replies(argument, name);
  return offered.map((body) => [key(command), body]);
}

/** What offers the values of a kind; nothing for a file, which bash then completes, and for any text. */
function replies(value: ValueKind, name: string): readonly string[] {
  const texts = { none: "", file: "", text: "", words: (words: string) => reply([words]) };
  const suffix = (list: WordList): string => (list === "settings" ? " =" : ' ""');
  const body = valueText(value, { ...texts, list: (list) => `${name}_list ${list}${suffix(list)}` });
  return body === "" ? [] : [body];
}

function reply(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word"))`;
}

function cases(entries: readonly (readonly [string, string])[], indent = "      "): string {
  return entries.map(([pattern, body]) => `${indent}"${pattern}") ${body} ;;`).join("\n");
}
