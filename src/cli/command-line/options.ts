import { Option } from "commander";
import { isDay } from "../../engine/answers-file/read-answers.js";
import { mostCharacters, mostDays } from "../../engine/config-file/config-schema.js";
import { meant } from "../../engine/diagnostics/phrases.js";
import { longestName } from "../../engine/model/answers.js";
import { grades } from "../../engine/model/verdict.js";
import { checkFormatIds, type FormatId, formatIds } from "../../engine/report/formats.js";
import type { Host } from "../host.js";
import { startedAs } from "../tool.js";
import {
  argumentList,
  badValue,
  type Context,
  flag,
  hidden,
  negation,
  OptionOf,
  oneOf,
  repeatable,
  toggle,
  value,
  wholeNumber,
} from "./define-command.js";

/**
 * JSON Lines: the format of streamed input, and of results, which are written one per line while the input is read. Not
 * a report format, as those need the whole report at once.
 */
export const linesFormat = "jsonl";

/** A file to write and its format; null: the one given by `--format`. */
export interface OutputFile<Format extends string = FormatId> {
  readonly format: Format | null;
  readonly file: string;
}

const rules = repeatable(
  "-r, --rules <pack>",
  "rule pack: a folder, a file or an npm package (repeatable: each is layered over those before it)",
  String,
);

/** Which packs, and which config to take them from. */
export const ruleOptions = {
  rules,
  config: new OptionOf<string | false | undefined>(
    new Option(
      "--config <file>",
      "this config, whose patterns then start from here; or a folder, to look for one in it and above",
    ).argParser((name: string) => {
      if (name.trim() === "") throw badValue("The name is empty.");
      return name;
    }),
    new Option("--no-config", "take no config into account"),
  ),
};

/** For how many days ahead a check says what ends and what is due. */
export const soonPreset = 30;

/** The terms of a check: each can be set in a config, too. */
export const termOptions = {
  requireDecision: toggle(
    new Option("--require-decision", "fail a surface without a decision"),
    new Option("--no-require-decision", "let it pass"),
  ),
  requireConfirmed: toggle(
    new Option("--require-confirmed", "fail an answer of an agent that decides, until a person confirms it"),
    new Option("--no-require-confirmed", "let it pass"),
  ),
  minGrade: oneOf("--min-grade <grade>", "fail a verdict with a lower grade", grades).conflictsWith(
    "analysis",
  ),
  clashes: toggle(
    new Option("--clashes", "only show answers that do not fit each other"),
    new Option("--no-clashes", "fail them"),
  ),
  deviations: toggle(
    new Option("--deviations", "let decisions pass that differ for a reason and until a day"),
    new Option("--no-deviations", "fail them"),
  ),
  maxDeviation: wholeNumber(
    "--max-deviation <days>",
    "fail a deviation that is accepted for more days from today",
    { least: 0, most: mostDays },
  ),
  minReason: wholeNumber("--min-reason <characters>", "fail a deviation with a shorter reason", {
    least: 1,
    most: mostCharacters,
  }),
  overdueReviews: toggle(
    new Option("--overdue-reviews", "only warn of decisions whose review is overdue"),
    new Option("--no-overdue-reviews", "fail them"),
  ),
  soon: wholeNumber(
    "--soon <days>",
    `say which deviations end and which reviews are due within so many days, ${soonPreset} by default; 0: none`,
    { least: 0, most: mostDays },
  ),
};

export function format<const Id extends string>(formats: readonly (Id | "text")[]): OptionOf<Id | "text"> {
  return oneOf("-f, --format <format>", "format on standard output", formats).or("text");
}

export function output<const Id extends string>(formats: readonly Id[]): OptionOf<readonly OutputFile<Id>[]> {
  const folders = formats.some((id) => id === folderFormat)
    ? `; ${folderFormat} also to a folder, DIR/, as a numbered record of each surface that supersedes an earlier one`
    : "";
  return repeatable(
    "-o, --output <[format=]file>",
    `write to a file instead, - for standard output; with format=, in addition to it (repeatable)${folders}`,
    (text) => outputFile(text, formats),
  );
}

/** The name of a file to write: refused at once if it cannot be one, not after all the work. */
function fileName(text: string): string {
  if (text.endsWith("/"))
    throw badValue(`\`${text}\` is the name of a folder; the name of the file is missing.`);
  return outputName(text);
}

/** The same, or the name of a folder. */
function outputName(text: string): string {
  if (text.trim() === "") throw badValue("The name of the file is missing.");
  return text;
}

/** The format that is written into a folder, as a file for each surface. */
export const folderFormat = "adr" satisfies FormatId;

/** A format's name here is more likely a misplaced format than a file. */
const formatWords: readonly string[] = [...formatIds, ...checkFormatIds, linesFormat];

function outputFile<Id extends string>(text: string, formats: readonly Id[]): OutputFile<Id> {
  const [, word, named] = /^([a-z]+)=(.*)$/s.exec(text) ?? [];
  const format = formats.find((id) => id === word) ?? null;
  if (word !== undefined && format === null) {
    const near = meant(word, formats);
    throw badValue(`\`${word}\` is not a format${near || `; the formats are ${formats.join(", ")}.`}`);
  }
  const file = outputName(named ?? text);
  if (format === null && formatWords.includes(file)) {
    const hint = formats.some((id) => id === file)
      ? `: --format ${file}, or ${file}=FILE`
      : ", but not one of this command";
    throw badValue(`\`${file}\` is a format${hint}. For a file of that name, write ./${file}`);
  }
  return { format, file };
}

export const stdinFilename = value("--stdin-filename <name>", "the name of standard input in messages");

/** An option with a name that is written into an answers file. */
export function nameOption(flags: string, about: string): OptionOf<string | undefined> {
  return value(flags, about, (text) => {
    if ([...text].length > longestName) throw badValue(`It is longer than ${longestName} characters.`);
    return text;
  });
}

export function day(flags: string, about: string): OptionOf<string | undefined> {
  return value(flags, about, (text) => {
    if (!isDay(text)) throw badValue(`\`${text}\` is not a calendar date, YYYY-MM-DD.`);
    return text;
  });
}

export const drawingOptions = {
  ascii: flag("--ascii", "use only ASCII characters"),
  color: new OptionOf<boolean | undefined>(
    new Option("--color", "always use colour"),
    new Option("--no-color", "never use colour"),
  ),
};

/** Declared by a command whose output is shown in a pager where it is longer than the terminal. */
export const pagerOption = {
  pager: negation("--no-pager", "print at once, without $PAGER or `less`, what is longer than the terminal"),
};

/** Overriding answers, and the packs to score by. */
const answersOptions = {
  set: repeatable(
    "-s, --set <question=option>",
    "answer a question for every surface (repeatable; for the same question, the last one counts)",
    String,
  ),
  ...ruleOptions,
};

const detailsOption = { details: flag("--details", "show everything, with ids, figures and sources") };

/** Options of a command that recommends, besides its format. */
export const recommendOptions = {
  output: output(formatIds),
  ...answersOptions,
  analysis: negation(
    "--no-analysis",
    "leave out how far the verdict can be trusted and what would change it",
  ),
  ...detailsOption,
  verbose: hidden("--verbose"),
  ...drawingOptions,
};

/** Options of a command that asks. */
export const askingOptions = {
  save: value("--save <file>", "save to this file after every answer", fileName),
  from: value("--from <file>", "continue from this answers file"),
  quick: flag("--quick", "stop asking once no answer can change the verdict"),
  accessible: flag(
    "--accessible",
    "use numbered lists and never redraw, for screen readers and simple terminals",
  ),
};

/** The formats of a command that sets surfaces side by side. */
const comparisonFormats = ["text", "json", "markdown"] as const;

/** Options of a command that sets surfaces side by side. */
export const comparisonOptions = {
  format: format(comparisonFormats),
  output: output(comparisonFormats),
  ...answersOptions,
  ...detailsOption,
  ...drawingOptions,
  ...pagerOption,
  stdinFilename,
};

/** Options of a command about a rule pack. */
export const packOptions = {
  format: format(["text", "json"]),
  ...ruleOptions,
  ...drawingOptions,
  ...pagerOption,
};

export const answersFiles = argumentList(
  "[file...]",
  "answers files, or patterns such as 'services/**/*.yaml'; - is standard input; if none is given, those that the config names, or else every api-advisor.yaml and NAME.api-advisor.yaml here and below",
);

/** What commands to copy, which go on from a run, have in common with it. */
export interface GoingOn {
  /** What they begin with: as this run was started, `api-advisor` or `npx api-advisor`. */
  readonly command: string;
  /** The rule packs that the command line itself names, and not a config. */
  readonly namedRules: readonly string[];
}

export const withGoingOn = <Chosen extends { readonly rules: readonly string[] }>(
  options: Chosen,
  { origin }: Pick<Context, "origin">,
  host: Pick<Host, "stdout" | "env">,
): Chosen & GoingOn => ({
  ...options,
  command: startedAs(host),
  namedRules: origin("rules") === "command line" ? options.rules : [],
});
