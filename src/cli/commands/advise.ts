import { recommendService, recommendUncited } from "../../engine/advise/recommend.js";
import { readSettings, setAnswers } from "../../engine/answers-file/set-answers.js";
import type { ServiceReport } from "../../engine/model/recommendation.js";
import { type FormatId, formatIds } from "../../engine/report/formats.js";
import { serviceLine } from "../../engine/report/json/line.js";
import { readPacks } from "../../packs/load-pack.js";
import { runLines } from "../batch/run-lines.js";
import { argumentList, defineCommand } from "../command-line/define-command.js";
import {
  format,
  type GoingOn,
  linesFormat,
  pagerOption,
  recommendOptions,
  stdinFilename,
  withGoingOn,
} from "../command-line/options.js";
import { chosenFiles } from "../config/chosen-files.js";
import { exitCodes, type Host } from "../host.js";
import { type InputOptions, type NamedFiles, readInputs } from "../input/read-inputs.js";
import { outputConflicts } from "../output/output-conflicts.js";
import { withProgress } from "../output/progress.js";
import type { OutputOptions } from "../output/write-outputs.js";
import { writeReport } from "../output/write-report.js";
import { refuse, refuseLinesOutput } from "../refuse.js";
import { commandsOf, reportHead } from "../report-on.js";
import { warn } from "../warn.js";

export const advise = defineCommand({
  name: "advise",
  about: "make a recommendation for each service and surface in answers files",
  guide: "docs/reviews.md",
  examples: [
    ["what is recommended for each surface, and why", "api-advisor advise shop.api-advisor.yaml"],
    ["a page for the browser", "api-advisor advise shop.api-advisor.yaml --format html --output report.html"],
    ["a short line of JSON for each surface", "api-advisor advise shop.api-advisor.yaml --format brief"],
  ],
  arguments: [
    argumentList(
      "[file...]",
      "answers files, or patterns such as 'services/**/*.yaml'; - is standard input, which is also read if no file is given, unless it is a terminal",
    ),
  ],
  options: {
    format: format([...formatIds, linesFormat]),
    ...recommendOptions,
    stdinFilename,
    ...pagerOption,
  },
  run: async ([names], options, host, context) => {
    const piped = names.length === 0 && host.stdin.isTTY !== true;
    const files = await chosenFiles(piped ? ["-"] : names, context.config, host);
    return adviseOn(files, withGoingOn(options, context, host), host);
  },
});

export interface AdviseOptions extends InputOptions, GoingOn, Omit<OutputOptions, "format"> {
  readonly format: FormatId | typeof linesFormat;
  /** False leaves out how far the verdicts can be trusted. */
  readonly analysis: boolean;
}

/**
 * Recommends for every service in the files and writes the reports: all of them or, on a problem, none. JSON Lines are
 * written one by one, and a problem does not stop the others.
 */
export async function adviseOn(named: NamedFiles, options: AdviseOptions, host: Host): Promise<number> {
  const { format, output } = options;
  if (format === linesFormat)
    return output.length > 0 ? refuseLinesOutput(host) : adviseLines(named, options, host);
  const { files, problems } = named;
  if (problems.length > 0) return refuse(problems, host);
  const conflicts = await outputConflicts(output, { files, rules: options.rules, format }, host);
  if (conflicts.length > 0) return refuse(conflicts, host);
  const inputs = await readInputs(files, options, host, true);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const services: ServiceReport[] = [];
  await withProgress(host, inputs.value.services, "services", (service) => {
    services.push(recommendService(inputs.value.pack.compiled, service, options));
  });
  const report = { ...reportHead(inputs.value.pack), services, ...commandsOf(options), set: options.set };
  const written = await writeReport(report, { ...options, format }, host, inputs.value);
  return written.kind === "failed" ? refuse(written.problems, host) : exitCodes.done;
}

/** One line for each service. */
async function adviseLines(named: NamedFiles, options: AdviseOptions, host: Host): Promise<number> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const { compiled } = pack.value;
  const settings = readSettings(options.set, compiled.source.questions);
  if (settings.kind === "failed") return refuse(settings.problems, host);
  warn(settings.warnings, host);
  const allValid = await runLines(named, pack.value, options, host, (given, place) =>
    setAnswers([given], settings.value)
      .map((service) => {
        const { surfaces } = service;
        const recommended = surfaces.map((surface) => recommendUncited(compiled, service, surface, options));
        return serviceLine(service.service, place, recommended);
      })
      .join(""),
  );
  return allValid ? exitCodes.done : exitCodes.invalid;
}
