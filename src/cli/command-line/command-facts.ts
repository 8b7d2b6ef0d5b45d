import type { Command, Option } from "commander";

/** Lists of words that depend on rule packs and files, by the name that a value of this kind has in the help. */
const lists = {
  "question=option": "settings",
  id: "ids",
  surface: "surfaces",
  service: "services",
} as const;

export type WordList = (typeof lists)[keyof typeof lists];
export const wordLists = Object.values(lists);

/** The kind of a value, for completion: one of several words, one of a list that the program prints, a file, or any text. */
export type ValueKind =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "list"; readonly list: WordList }
  | { readonly kind: "file" }
  | { readonly kind: "text" };

export interface OptionFacts {
  /** Short and long form, such as `-f` and `--format`; at least one. */
  readonly flags: readonly string[];
  readonly about: string;
  /** Null for an option without a value. */
  readonly value: ValueKind | null;
  readonly repeatable: boolean;
}

/** A command as shell completion needs it. */
export interface CommandFacts {
  readonly name: string;
  /** Command names that lead to this command; empty for the program itself. */
  readonly path: readonly string[];
  readonly about: string;
  readonly options: readonly OptionFacts[];
  readonly argument: ValueKind | null;
  readonly commands: readonly CommandFacts[];
}

/** The declared commands and options as plain data, in the order declared, including the help option. */
export function commandFacts(command: Command, path: readonly string[] = []): CommandFacts {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    path,
    about: command.description(),
    options: [
      ...command.options.filter(({ hidden }) => !hidden).map(optionFacts),
      { flags: ["-h", "--help"], about: "print help", value: null, repeatable: false },
    ],
    argument: argument === undefined ? null : valueKind(argument.name(), argument.argChoices),
    commands: command.commands.map((each) => commandFacts(each, [...path, each.name()])),
  };
}

/** A command and all its subcommands. */
export function withCommandsBelow(command: CommandFacts): readonly CommandFacts[] {
  return [command, ...command.commands.flatMap(withCommandsBelow)];
}

function optionFacts(option: Option): OptionFacts {
  const [, name = ""] = /[<[](.+)[>\]]$/.exec(option.flags) ?? [];
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    about: option.description,
    value: option.required || option.optional ? valueKind(name, option.argChoices) : null,
    repeatable: Array.isArray(option.defaultValue),
  };
}

function valueKind(name: string, choices: readonly string[] | undefined): ValueKind {
  if (choices !== undefined) return { kind: "words", words: choices };
  const [, list] = Object.entries(lists).find(([called]) => called === name) ?? [];
  if (list !== undefined) return { kind: "list", list };
  return /file|folder|pack|doc/i.test(name) ? { kind: "file" } : { kind: "text" };
}

/** The texts for the kinds of values in a completion script. */
export interface ValueTexts {
  readonly none: string;
  readonly file: string;
  readonly text: string;
  readonly words: (words: string) => string;
  readonly list: (list: WordList) => string;
}

export function valueText(value: ValueKind | null, texts: ValueTexts): string {
  if (value === null) return texts.none;
  if (value.kind === "words") return texts.words(value.words.join(" "));
  return value.kind === "list" ? texts.list(value.list) : texts[value.kind];
}
