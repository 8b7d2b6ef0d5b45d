/** What a value can be, for completion: one of some words, a file, or anything. */
export type ValueKind =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "file" }
  | { readonly kind: "text" };

export interface OptionFacts {
  /** `-f` or null, `--format` or null. */
  readonly short: string | null;
  readonly long: string | null;
  readonly about: string;
  /** Null for a switch. */
  readonly value: ValueKind | null;
  readonly repeatable: boolean;
}

export interface CommandFacts {
  readonly name: string;
  /** Names from below the program down to this command; empty for the program. */
  readonly path: readonly string[];
  readonly about: string;
  readonly options: readonly OptionFacts[];
  readonly argument: ValueKind | null;
  readonly commands: readonly CommandFacts[];
}

/** What is read of commander's declarations. */
export interface DeclaredCommand {
  readonly name: () => string;
  readonly description: () => string;
  readonly commands: readonly DeclaredCommand[];
  readonly options: readonly DeclaredOption[];
  readonly registeredArguments: readonly {
    readonly name: () => string;
    readonly argChoices?: readonly string[] | undefined;
  }[];
}

interface DeclaredOption {
  readonly short?: string | undefined;
  readonly long?: string | undefined;
  readonly flags: string;
  readonly description: string;
  readonly required: boolean;
  readonly optional: boolean;
  readonly argChoices?: readonly string[] | undefined;
  readonly defaultValue?: unknown;
}

/** The declared commands and options as plain data, in the order of their declaration; help is one of the options. */
export function commandFacts(command: DeclaredCommand, above: readonly string[] | null = null): CommandFacts {
  const path = above === null ? [] : [...above, command.name()];
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    path,
    about: command.description(),
    options: [
      ...command.options.map(optionFacts),
      { short: "-h", long: "--help", about: "print help", value: null, repeatable: false },
    ],
    argument: argument === undefined ? null : valueKind(argument.name(), argument.argChoices),
    commands: command.commands.map((each) => commandFacts(each, path)),
  };
}

/** A command and all below it. */
export function withCommandsBelow(command: CommandFacts): readonly CommandFacts[] {
  return [command, ...command.commands.flatMap(withCommandsBelow)];
}

function optionFacts(option: DeclaredOption): OptionFacts {
  const argument = /[<[](.+)[>\]]$/.exec(option.flags)?.[1] ?? "";
  return {
    short: option.short ?? null,
    long: option.long ?? null,
    about: option.description,
    value: option.required || option.optional ? valueKind(argument, option.argChoices) : null,
    repeatable: Array.isArray(option.defaultValue),
  };
}

function valueKind(name: string, choices: readonly string[] | undefined): ValueKind {
  if (choices !== undefined) return { kind: "words", words: choices };
  return /file|folder|pack|doc/i.test(name) ? { kind: "file" } : { kind: "text" };
}
