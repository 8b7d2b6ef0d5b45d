import { Option } from "commander";
import { isDay } from "../engine/answers-file/read-answers.js";
import { meant } from "../engine/diagnostics/phrases.js";
import { checkFormatIds, type FormatId, formatIds } from "../engine/report/formats.js";
import {
  argumentList,
  badValue,
  flag,
  negation,
  OptionOf,
  oneOf,
  repeatable,
  value,
} from "./define-command.js";

/**
 * The format for JSON Lines: of the input, if it is a stream, and of the results, one a line and written while the input
 * is read. It is not a report format: those get the whole report at once.
 */
export const linesFormat = "jsonl";

/** A file to write, and the format to write it in; null: that of `--format`. */
export interface OutputFile<Format extends string = FormatId> {
  readonly format: Format | null;
  readonly file: string;
}

export const rules = repeatable(
  "-r, --rules <pack>",
  "rule pack: a folder, a file or an npm package (repeatable: laid over each other)",
  String,
);

export function format<const Id extends string>(formats: readonly (Id | "text")[]): OptionOf<Id | "text"> {
  return oneOf("-f, --format <format>", "format on standard output", formats).or("text");
}

export function output<const Id extends string>(formats: readonly Id[]): OptionOf<readonly OutputFile<Id>[]> {
  return repeatable(
    "-o, --output <[format=]file>",
    "write a file instead; with format=, one more beside standard output (repeatable)",
    (text) => outputFile(text, formats),
  );
}

/** A file with such a name is more likely a format in the wrong place. */
const formatWords: readonly string[] = [...formatIds, ...checkFormatIds, linesFormat];

function outputFile<Id extends string>(text: string, formats: readonly Id[]): OutputFile<Id> {
  const [, word, named] = /^([a-z]+)=(.*)$/s.exec(text) ?? [];
  const format = formats.find((id) => id === word) ?? null;
  if (word !== undefined && format === null) {
    const near = meant(word, formats);
    throw badValue(`\`${word}\` is not a format${near || `; there are ${formats.join(", ")}.`}`);
  }
  const file = named ?? text;
  if (file.trim() === "") throw badValue("The name of the file is missing.");
  if (format === null && formatWords.includes(file)) {
    const hint = formats.some((id) => id === file)
      ? `: --format ${file}, or ${file}=FILE`
      : ", but not one that can be written here";
    throw badValue(`\`${file}\` is a format${hint}. For a file of that name, write ./${file}`);
  }
  return { format, file };
}

export const stdinFilename = value("--stdin-filename <name>", "what messages call standard input");

export function day(flags: string, about: string): OptionOf<string | undefined> {
  return value(flags, about, (text) => {
    if (!isDay(text)) throw badValue(`\`${text}\` is not a calendar date, YYYY-MM-DD.`);
    return text;
  });
}

export const drawingOptions = {
  ascii: flag("--ascii", "use no characters beyond ASCII"),
  color: new OptionOf<boolean | undefined>(
    new Option("--color", "colour, whatever the terminal"),
    new Option("--no-color", "no colour"),
  ),
};

/** What answers are overridden with, and the packs they are scored by. */
const answersOptions = {
  set: repeatable(
    "-s, --set <question=option>",
    "answer a question for every surface (repeatable; of two answers to one, the later counts)",
    String,
  ),
  rules,
};

/** Options of a command that recommends, besides its format. */
export const recommendOptions = {
  output: output(formatIds),
  ...answersOptions,
  analysis: negation(
    "--no-analysis",
    "leave out how far the verdict can be trusted and what would change it",
  ),
  verbose: flag("-v, --verbose", "show everything that the text report would shorten"),
  ...drawingOptions,
};

/** Options of a command that asks. */
export const askingOptions = {
  save: value("--save <file>", "keep the answers in this file, after every one of them"),
  from: value("--from <file>", "go on from this answers file"),
  quick: flag("--quick", "stop asking once no answer can change the verdict"),
  accessible: flag(
    "--accessible",
    "ask by numbered lists and lines, redrawing nothing: for screen readers and plain terminals",
  ),
};

/** Options of a command that sets surfaces side by side. */
export const comparisonOptions = {
  format: format(["text", "json"]),
  ...answersOptions,
  ...drawingOptions,
  stdinFilename,
};

/** Options of a command about a rule pack. */
export const packOptions = { format: format(["text", "json"]), rules, ...drawingOptions };

export const answersFiles = argumentList(
  "<file...>",
  "answers files, or patterns such as 'services/**/*.yaml'; - is standard input",
);
