import { type Command, InvalidArgumentError, Option } from "commander";
import { meant } from "../engine/diagnostics/phrases.js";
import { checkFormatIds, type FormatId, formatIds } from "../engine/report/formats.js";
import { linesFormat } from "./lines-format.js";

/** A file to write, and the format to write it in; null: that of `--format`. */
export interface OutputFile<Format extends string = FormatId> {
  readonly format: Format | null;
  readonly file: string;
}

/** An option that may be given several times; its value is the list. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, previous: readonly string[] = []) => [...previous, value])
    .default([], "none");
}

export function rulesOption(): Option {
  return repeatable(
    "-r, --rules <pack>",
    "rule pack: a folder, a file or an npm package (repeatable: laid over each other)",
  );
}

export function formatOption(formats: readonly string[] = formatIds, preset = "text"): Option {
  return new Option("-f, --format <format>", "format on standard output").choices(formats).default(preset);
}

export function outputOption(formats: readonly string[] = formatIds): Option {
  return new Option(
    "-o, --output <[format=]file>",
    "write a file instead; with format=, one more beside standard output (repeatable)",
  )
    .argParser((value: string, previous: readonly OutputFile<string>[]) => [
      ...previous,
      outputFile(value, formats),
    ])
    .default([], "none");
}

/** A file with such a name is more likely a format in the wrong place. */
const formatWords: readonly string[] = [...formatIds, ...checkFormatIds, linesFormat];

function outputFile(value: string, formats: readonly string[]): OutputFile<string> {
  const [, word, named] = /^([a-z]+)=(.*)$/s.exec(value) ?? [];
  const format = formats.find((id) => id === word) ?? null;
  if (word !== undefined && format === null) {
    const near = meant(word, formats);
    throw new InvalidArgumentError(`\`${word}\` is no format${near || `; there are ${formats.join(", ")}.`}`);
  }
  const file = named ?? value;
  if (file.trim() === "") throw new InvalidArgumentError("The name of the file is missing.");
  if (format === null && formatWords.includes(file)) {
    const hint = formats.includes(file)
      ? `: --format ${file}, or ${file}=FILE`
      : ", though not one to write here";
    throw new InvalidArgumentError(`\`${file}\` is a format${hint}. A file of that name is ./${file}`);
  }
  return { format, file };
}

/** What answers are laid over with and scored by. */
export function answersOptions(command: Command): Command {
  return command
    .addOption(
      repeatable(
        "-s, --set <question=option>",
        "answer a question for every surface (repeatable; of two answers to one, the later counts)",
      ),
    )
    .addOption(rulesOption());
}

export function stdinFilenameOption(): Option {
  return new Option("--stdin-filename <name>", "what messages call standard input");
}

/** Options of whatever recommends. */
export function recommendOptions(command: Command, formats: readonly string[] = formatIds): Command {
  const declared = answersOptions(command.addOption(formatOption(formats)).addOption(outputOption()))
    .option("--no-analysis", "leave out how far the verdict can be trusted and what would change it")
    .option("-v, --verbose", "show everything that the text report would shorten");
  return drawingOptions(declared);
}

/** Options of whatever asks. */
export function askingOptions(command: Command): Command {
  return command
    .option("--save <file>", "keep the answers in this file, after every one of them")
    .option("--from <file>", "go on from this answers file")
    .option("--quick", "stop asking once no answer can change the verdict")
    .option(
      "--accessible",
      "ask by numbered lists and lines, redrawing nothing: for screen readers and plain terminals",
    );
}

export function drawingOptions(command: Command): Command {
  return command
    .option("--ascii", "use no characters beyond ASCII")
    .option("--color", "colour, whatever the terminal")
    .option("--no-color", "no colour");
}
