import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { isDay } from "../engine/answers-file/read-answers.js";
import { grades } from "../engine/model/verdict.js";
import { checkFormatIds } from "../engine/report/formats.js";
import type { CheckOptions } from "./commands/check.js";
import type { DecideOptions } from "./commands/decide.js";
import type { Host } from "./host.js";
import { linesFormat } from "./lines-format.js";
import { loadCommand } from "./load-command.js";
import { drawingOptions, formatOption, outputOption, rulesOption, stdinFilenameOption } from "./options.js";

/** Declares the commands for decisions: holding them against recommendations, and recording them. */
export function addReviewCommands(
  command: (name: string, description: string) => Command,
  host: Host,
  done: (exitCode: number) => void,
): void {
  drawingOptions(
    command("check", "hold recorded decisions against the recommendations, for CI")
      .addOption(formatOption([...checkFormatIds, linesFormat]))
      .addOption(outputOption(checkFormatIds))
      .option("--require-decision", "fail a surface without a decision")
      .addOption(
        new Option("--min-grade <grade>", "fail a verdict of a lower grade")
          .choices(grades)
          .conflicts("analysis"),
      )
      .option("--no-analysis", "leave out the grade, which takes most of the time")
      .addOption(dayOption("--today <day>", "the day to hold deviations against, YYYY-MM-DD"))
      .addOption(rulesOption())
      .addOption(stdinFilenameOption()),
  )
    .argument("<file...>", "answers files, or patterns such as 'services/**/*.yaml'; - is standard input")
    .action(async (files: readonly string[], options: CheckOptions) =>
      done(await (await loadCommand.check())(files, options, host)),
    );

  command("decide", "record a decision in an answers file, with the answers that it was taken on")
    .addArgument(new Argument("<file>", "answers file; comments and layout are kept").argParser(writable))
    .addOption(
      new Option("--style <style>", "what was decided")
        .choices(["stateless", "stateful", "hybrid"])
        .makeOptionMandatory(),
    )
    .option("--surface <name>", "the surface that it is about; needed where there are several")
    .option("--service <name>", "the service, in a file with several")
    .option("--because <reason>", "why; needed for a deviation from the recommendation")
    .addOption(dayOption("--until <day>", "last day on which a deviation is accepted, YYYY-MM-DD"))
    .option("--by <owner>", "who answers for it")
    .addOption(dayOption("--today <day>", "the day of the decision, YYYY-MM-DD"))
    .addOption(rulesOption())
    .action(async (file: string, options: DecideOptions) =>
      done(await (await loadCommand.decide())(file, options, host)),
    );
}

function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (!isDay(value)) throw new InvalidArgumentError(`\`${value}\` is no day of the calendar, YYYY-MM-DD.`);
    return value;
  });
}

function writable(file: string): string {
  if (file === "-")
    throw new InvalidArgumentError("A decision is written into the file, so it has to be one.");
  return file;
}
