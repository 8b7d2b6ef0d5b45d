import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import type { LoadedConfig } from "../config/load-config.js";
import type { Host } from "../host.js";

/** A declared option: one flag, or several that set one value; `Value` is what the command receives. */
export class OptionOf<Value> {
  declare readonly value: Value;
  readonly declarations: readonly Option[];

  constructor(...declarations: readonly Option[]) {
    this.declarations = declarations;
  }

  required(): OptionOf<Exclude<Value, undefined>> {
    return new OptionOf(...this.declarations.map((option) => option.makeOptionMandatory()));
  }

  or(preset: Exclude<Value, undefined>): OptionOf<Exclude<Value, undefined>> {
    return new OptionOf(...this.declarations.map((option) => option.default(preset)));
  }

  /** @param key of an option of the same command that must not be given as well */
  conflictsWith(key: string): OptionOf<Value> {
    return new OptionOf(...this.declarations.map((option) => option.conflicts(key)));
  }
}

/** A declared argument; `Value` is what the command receives. */
export interface ArgumentOf<Value> {
  readonly declaration: Argument;
  /** Never set: it only carries the type. */
  readonly value?: Value;
}

/** Checks or converts one value; throws what `badValue` returns if it is not valid. */
type Parse<Value> = (text: string) => Value;

export function badValue(message: string): InvalidArgumentError {
  return new InvalidArgumentError(message);
}

/** An option without a value. */
export function flag(flags: string, about: string): OptionOf<true | undefined> {
  return new OptionOf(new Option(flags, about));
}

/** A flag of earlier versions that still works. */
export function hidden(flags: string): OptionOf<true | undefined> {
  return new OptionOf(new Option(flags).hideHelp());
}

/** An option `--no-…`, which turns off something that is on by default. */
export function negation(flags: string, about: string): OptionOf<boolean> {
  return new OptionOf(new Option(flags, about));
}

export function value(flags: string, about: string, parse?: Parse<string>): OptionOf<string | undefined> {
  const option = new Option(flags, about);
  return new OptionOf(parse === undefined ? option : option.argParser(parse));
}

export function oneOf<const Word extends string>(
  flags: string,
  about: string,
  words: readonly Word[],
): OptionOf<Word | undefined> {
  return new OptionOf(new Option(flags, about).choices(words));
}

/** An option that the opposite option takes back; undefined if neither is given. */
export function toggle(on: Option, off: Option): OptionOf<boolean | undefined> {
  return new OptionOf(on, off);
}

/** An option whose value is a whole number in bounds. */
export function wholeNumber(
  flags: string,
  about: string,
  { least, most }: { readonly least: number; readonly most: number },
): OptionOf<number | undefined> {
  const parse = (text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw badValue(`\`${text}\` is not a whole number from ${least} to ${most}.`);
  };
  return new OptionOf(new Option(flags, about).argParser(parse));
}

/** An option that may be given several times; its value is the list. */
export function repeatable<Value = string>(
  flags: string,
  about: string,
  parse: Parse<Value>,
): OptionOf<readonly Value[]> {
  return new OptionOf(
    new Option(flags, about)
      .argParser((text: string, previous: readonly Value[]) => [...previous, parse(text)])
      .default([], "none"),
  );
}

/** An argument that may be left out, and then is undefined. */
export function optionalArgument(
  name: `[${string}]`,
  about: string,
  parse?: Parse<string>,
): ArgumentOf<string | undefined> {
  const declaration = new Argument(name, about);
  return { declaration: parse === undefined ? declaration : declaration.argParser(parse) };
}

/** @param name `<file>`, or `[file]` for one with a preset */
export function argument(
  name: string,
  about: string,
  { preset }: { readonly preset?: string } = {},
): ArgumentOf<string> {
  const declaration = new Argument(name, about);
  if (preset !== undefined) declaration.default(preset);
  return { declaration };
}

export function wordArgument<const Word extends string>(
  name: string,
  about: string,
  words: readonly Word[],
): ArgumentOf<Word> {
  return { declaration: new Argument(name, about).choices(words) };
}

/** @param name `<file...>`, or `[file...]` for one that may be empty */
export function argumentList(name: string, about: string): ArgumentOf<readonly string[]> {
  return { declaration: new Argument(name, about) };
}

type Options = Readonly<Record<string, OptionOf<unknown>>>;
type Arguments = readonly ArgumentOf<unknown>[];

/** The values that `run` receives: options by key, arguments in order. */
export type ValuesOf<Declared extends Options | Arguments> = {
  readonly [Key in keyof Declared]: Declared[Key] extends OptionOf<infer Value>
    ? Value
    : Declared[Key] extends ArgumentOf<infer Value>
      ? Value
      : never;
};

/** What the help says of a command or a group of them, besides its arguments and options. */
export interface Described {
  readonly name: string;
  readonly about: string;
  /** The page that says more: a path in the package. */
  readonly guide: string;
  /** Command lines, each after what it is for. */
  readonly examples: readonly (readonly [what: string, line: string])[];
}

/** A command: its help text, its arguments and options, and what it runs. */
export interface CommandOf<Given extends Arguments, Chosen extends Options> extends Described {
  readonly arguments: Given;
  /** Keyed by commander's attribute name: `minGrade` for `--min-grade`, `analysis` for `--no-analysis`. */
  readonly options: Chosen;
  /** @returns the exit code */
  run(args: ValuesOf<Given>, options: ValuesOf<Chosen>, host: Host, context: Context): Promise<number>;
}

/** What a run has besides what the command line says. */
export interface Context {
  readonly program: Program;
  /** Null if there is none, or the command does not read one. What it sets has been filled in among the options. */
  readonly config: LoadedConfig | null;
  /** Where the value of an option comes from, by its key. */
  readonly origin: (option: string) => Origin;
}

export type Origin = "command line" | "config" | "preset";

/** The declared program, for commands about commands. */
export type Program = Command;

export type AnyCommand = CommandOf<Arguments, Options>;

/** Commands that share a first word. */
export interface CommandGroup extends Described {
  readonly commands: readonly AnyCommand[];
  /** The error for an argument given to a command that takes none. */
  readonly strayArgument: (command: string, argument: string) => string;
}

export function defineCommand<const Given extends Arguments, const Chosen extends Options>(
  command: CommandOf<Given, Chosen>,
): CommandOf<Given, Chosen> {
  return command;
}
